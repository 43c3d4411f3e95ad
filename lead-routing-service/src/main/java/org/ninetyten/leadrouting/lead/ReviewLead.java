package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.identity.IdentityKeys;
import org.ninetyten.leadrouting.intake.SpamRule;
import org.ninetyten.messaging.http.ProblemException;

/** The desk decides what a lead is: a new one, one that is there already, or none. */
@ApplicationScoped
public class ReviewLead {

    private final Leads leads;
    private final Merges merges;
    private final Customers customers;
    private final BlockedSenders blocked;
    private final IdentityKeys keys;
    private final LeadEvents events;
    private final RoutingWorker routing;
    private final Audit audit;
    private final Clock clock;

    ReviewLead(
            Leads leads,
            Merges merges,
            Customers customers,
            BlockedSenders blocked,
            IdentityKeys keys,
            LeadEvents events,
            RoutingWorker routing,
            Audit audit,
            Clock clock) {
        this.leads = leads;
        this.merges = merges;
        this.customers = customers;
        this.blocked = blocked;
        this.keys = keys;
        this.events = events;
        this.routing = routing;
        this.audit = audit;
        this.clock = clock;
    }

    /** The lead in review is a new one and is routed. */
    @Transactional
    public Lead isNew(UUID leadId, Mover mover) {
        Lead lead = leads.lock(leadId);
        require(lead, LeadStatus.REVIEW);
        return release(lead, mover);
    }

    /** The lead was taken for spam by mistake and is routed. Its sender is no longer blocked. */
    @Transactional
    public Lead isNoSpam(UUID leadId, Mover mover) {
        Lead lead = leads.lock(leadId);
        require(lead, LeadStatus.SPAM);
        Contact contact = lead.contact();
        if (contact != null && contact.email() != null) {
            blocked.remove(keys.ofEmail(contact.email()));
        }
        return release(lead, mover);
    }

    private Lead release(Lead lead, Mover mover) {
        Instant now = now();
        LeadStatus before = lead.status();
        lead.release(mover, now);
        audit.record(
                mover.who(),
                "let a lead go on",
                lead.id(),
                before.name(),
                lead.status().name(),
                mover.why());
        events.publish(List.of(new LeadEvent.Released(lead.id(), before, now)));
        routing.wakeAfterCommit();
        return lead;
    }

    /** Nobody who wants to buy wrote the lead. The sender may be blocked: its next leads are spam at once. */
    @Transactional
    public Lead isSpam(UUID leadId, boolean blockSender, Mover mover) {
        Instant now = now();
        Lead lead = leads.lock(leadId);
        LeadStatus before = lead.status();
        lead.reject(SpamRule.DESK, mover, now);
        Contact contact = lead.contact();
        if (blockSender) {
            if (contact == null || contact.email() == null) {
                throw ProblemException.invalid("blockSender", "is not possible: the lead has no address");
            }
            blocked.add(keys.ofEmail(contact.email()), leadId, mover, now);
        }
        audit.record(
                mover.who(),
                blockSender ? "took a lead for spam and blocked its sender" : "took a lead for spam",
                leadId,
                before.name(),
                lead.status().name(),
                mover.why());
        events.publish(List.of(new LeadEvent.Rejected(leadId, SpamRule.DESK, now)));
        return lead;
    }

    /** The lead in review says the same as another one, which is still open. */
    @Transactional
    public Lead isDuplicate(UUID leadId, UUID survivorId, Mover mover) {
        if (leadId.equals(survivorId)) {
            throw ProblemException.invalid("duplicateOf", "is the lead itself");
        }
        Instant now = now();
        List<Lead> both = leads.lock(List.of(leadId, survivorId));
        Lead lead = find(both, leadId).orElseThrow(() -> ProblemException.notFound("lead", leadId));
        Lead survivor = find(both, survivorId)
                .orElseThrow(() -> ProblemException.invalid("duplicateOf", "is not a lead that is known"));
        require(lead, LeadStatus.REVIEW);
        if (!survivor.status().isOpen()) {
            throw ProblemException.invalid(
                    "duplicateOf", "is " + survivor.status() + "; only an open lead takes another");
        }
        UUID own = lead.customerId();
        Learnt learnt = survivor.learnFrom(lead);
        lead.mergeInto(survivor, mover, now);
        merges.add(List.of(new Merges.Merge(
                UuidCreator.getTimeOrderedEpoch(), leadId, survivorId, Set.of(), now, mover, learnt, own)));
        merges.repoint(leadId, survivor);
        audit.record(
                mover.who(),
                "merged a lead into " + survivorId,
                leadId,
                LeadStatus.REVIEW.name(),
                lead.status().name(),
                mover.why());
        events.publish(List.of(new LeadEvent.Merged(lead, survivorId, Set.of(), now)));
        return lead;
    }

    /**
     * Takes a merge back: the duplicate is routed as a lead of its own, and the other one forgets what it learnt.
     *
     * @param sameCustomer whether both are of one customer, with two wishes; otherwise the duplicate gets its own back
     */
    @Transactional
    public Lead unmerge(UUID leadId, boolean sameCustomer, Mover mover) {
        Instant now = now();
        UUID survivorId = leads.require(leadId).mergedInto();
        List<UUID> ids = new ArrayList<>(List.of(leadId));
        if (survivorId != null) {
            ids.add(survivorId);
        }
        List<Lead> both = leads.lock(ids);
        Lead lead = find(both, leadId).orElseThrow(() -> ProblemException.notFound("lead", leadId));
        require(lead, LeadStatus.DUPLICATE);
        Merges.Merge merge = merges.live(leadId)
                .orElseThrow(() -> new IllegalStateException("Nobody knows how lead " + leadId + " was merged."));
        UUID into = lead.mergedInto();
        Lead survivor = into == null ? null : find(both, into).orElse(null);
        if (survivor != null) {
            merge.learnt().takeBackFrom(survivor, merges.needsOfOthers(merge));
        }
        lead.unmerge(sameCustomer ? lead.customerId() : ownCustomer(merge, now), mover, now);
        leads.flush();
        merges.undo(merge, mover, now);
        merges.repointBack(lead);
        audit.record(
                mover.who(),
                "took back that a lead is a duplicate of " + into,
                leadId,
                LeadStatus.DUPLICATE.name(),
                lead.status().name(),
                mover.why());
        events.publish(List.of(new LeadEvent.Unmerged(leadId, merge.survivorId(), now)));
        routing.wakeAfterCommit();
        return lead;
    }

    private UUID ownCustomer(Merges.Merge merge, Instant now) {
        if (merge.ownCustomer() != null) {
            return merge.ownCustomer();
        }
        UUID customer = UuidCreator.getTimeOrderedEpoch();
        customers.add(customer, now);
        return customer;
    }

    private static Optional<Lead> find(List<Lead> leads, @Nullable UUID id) {
        return leads.stream().filter(lead -> lead.id().equals(id)).findFirst();
    }

    private static void require(Lead lead, LeadStatus status) {
        if (lead.status() != status) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + ", not " + status + ".",
                    lead.status().next());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
