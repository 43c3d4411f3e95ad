package org.ninetyten.leadrouting.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.Offers;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Eligibility;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.http.ProblemException;

/** Says why a lead went where it went: everything to the vendor, to a partner its own part. */
@ApplicationScoped
@Transactional
public class ExplainDecision {

    private final LeadQueries leads;
    private final Offers offers;
    private final Decisions decisions;
    private final Policies policies;
    private final Partners partners;
    private final Turns turns;
    private final Clock clock;

    ExplainDecision(
            LeadQueries leads,
            Offers offers,
            Decisions decisions,
            Policies policies,
            Partners partners,
            Turns turns,
            Clock clock) {
        this.leads = leads;
        this.offers = offers;
        this.decisions = decisions;
        this.policies = policies;
        this.partners = partners;
        this.turns = turns;
        this.clock = clock;
    }

    /** A decision with the policy that it was made under and the names of the partners that it chose. */
    public record Whole(Decisions.Stored stored, RoutingPolicy policy, Map<UUID, String> names) {}

    /** A partner's part in a decision, with the policy that it was made under. */
    public record Own(OwnPart part, RoutingPolicy policy) {}

    /** All decisions about a lead, the first one first. */
    public List<Whole> whole(UUID leadId) {
        leads.one(leadId);
        List<Decisions.Stored> stored = decisions.of(leadId);
        Set<UUID> chosen = new HashSet<>();
        for (Decisions.Stored one : stored) {
            UUID partner = one.decision().partnerId();
            if (partner != null) {
                chosen.add(partner);
            }
        }
        Map<UUID, String> names = partners.names(chosen);
        Map<Integer, RoutingPolicy> versions = new HashMap<>();
        return stored.stream()
                .map(one -> new Whole(one, policy(one, versions), names))
                .toList();
    }

    /**
     * A partner's part in each decision about a lead.
     *
     * @throws ProblemException 404 for a lead that it was no candidate for, as if there were no such lead
     */
    public List<Own> own(UUID leadId, UUID partnerId) {
        Lead lead = leads.one(leadId);
        Map<Integer, RoutingPolicy> versions = new HashMap<>();
        List<Own> parts = new ArrayList<>();
        boolean candidate = offers.wasOffered(leadId, partnerId);
        for (Decisions.Stored stored : decisions.of(leadId)) {
            RoutingPolicy policy = policy(stored, versions);
            Optional<RoutingDecision.Row> row = stored.decision().rows().stream()
                    .filter(one -> one.partnerId().equals(partnerId))
                    .findFirst();
            if (row.isPresent()) {
                candidate = true;
                parts.add(new Own(OwnPart.stored(stored, row.get(), policy), policy));
                continue;
            }
            Candidate today = today(partnerId, policy);
            if (today == null) {
                continue;
            }
            Filter failed = failedToday(lead, today, policy);
            // Who may not sell there at all was never a candidate. A lead that did not go by turns had no other ones.
            boolean mayHaveIt = failed != Filter.NOT_ACTIVE && failed != Filter.NO_RIGHT_TO_SELL;
            candidate |= mayHaveIt && wentByTurns(stored.decision());
            if (mayHaveIt || candidate) {
                parts.add(new Own(OwnPart.today(stored, failed, policy), policy));
            }
        }
        if (!candidate) {
            throw ProblemException.notFound("lead", leadId);
        }
        return parts;
    }

    private static boolean wentByTurns(RoutingDecision decision) {
        return decision.step() == Step.TURN || decision.step() == Step.OPENING || decision.step() == Step.NOBODY;
    }

    private @Nullable Candidate today(UUID partnerId, RoutingPolicy policy) {
        return turns.look(List.of(partnerId), policy, today()).get(partnerId);
    }

    private @Nullable Filter failedToday(Lead lead, Candidate candidate, RoutingPolicy policy) {
        Set<UUID> refusedBy = offers.refusals(List.of(lead.id())).getOrDefault(lead.id(), Set.of());
        return new Eligibility(policy, today()).inTurn(lead.profile(List.of(), refusedBy), candidate);
    }

    private RoutingPolicy policy(Decisions.Stored stored, Map<Integer, RoutingPolicy> versions) {
        return versions.computeIfAbsent(
                stored.decision().policyVersion(),
                version -> policies.version(version)
                        .orElseThrow(() -> new IllegalStateException("There is no routing policy " + version + ".")));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
