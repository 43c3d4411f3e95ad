package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.identity.Identity;
import org.ninetyten.leadrouting.identity.Identity.Recognition;
import org.ninetyten.leadrouting.identity.IdentityKeys;
import org.ninetyten.leadrouting.intake.LeadPolicies;
import org.ninetyten.leadrouting.intake.LeadPolicy;
import org.ninetyten.leadrouting.source.LeadSources;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Takes leads in: compares them with those of before, judges them, and writes them. Two round trips, the outbox and the
 * commit, for one lead as for a thousand; whoever is to get a lead is decided after the commit.
 */
@ApplicationScoped
public class CaptureLead {

    private static final Set<String> OPEN =
            LeadStatus.OPEN.stream().map(Enum::name).collect(Collectors.toSet());

    private final Leads leads;
    private final Merges merges;
    private final Customers customers;
    private final Identity identity;
    private final IdentityKeys keys;
    private final LeadPolicies policies;
    private final LeadSources sources;
    private final LeadEvents events;
    private final IntakeMeters meters;
    private final RoutingWorker routing;
    private final Clock clock;

    CaptureLead(
            Leads leads,
            Merges merges,
            Customers customers,
            Identity identity,
            IdentityKeys keys,
            LeadPolicies policies,
            LeadSources sources,
            LeadEvents events,
            IntakeMeters meters,
            RoutingWorker routing,
            Clock clock) {
        this.leads = leads;
        this.merges = merges;
        this.customers = customers;
        this.identity = identity;
        this.keys = keys;
        this.policies = policies;
        this.sources = sources;
        this.events = events;
        this.meters = meters;
        this.routing = routing;
        this.clock = clock;
    }

    /** The lead, and whether it is a new one. */
    public record Captured(Lead lead, boolean isNew) {}

    /** A lead with its keys: all that can be worked out before the transaction that takes it in. */
    public record Prepared(NewLead about, Identity.Subject subject) {}

    /** A lead as it comes in, and the id of the request or event that brings it. */
    record Arrival(Prepared lead, String correlationId) {

        NewLead about() {
            return lead.about();
        }
    }

    /** Finds the keys of a lead, by the policy of this moment. Needs no transaction, and holds nobody up. */
    public Prepared prepare(NewLead about) {
        Set<String> freeMail = policies.valid().freeMailDomains();
        return new Prepared(
                about,
                new Identity.Subject(
                        keys.of(about.traits(), freeMail),
                        about.company(),
                        about.product(),
                        about.externalId(),
                        about.customerId(),
                        about.customerExternalId()));
    }

    /** Takes one lead in. */
    @Transactional
    public Captured capture(NewLead about) {
        return captureAll(List.of(prepare(about))).getFirst();
    }

    /**
     * Takes any number of leads in, in the order of the list; the answers are in the same order. Leads with one external
     * id are one lead. All are written or none is. Until the end of the transaction, other leads that share a key with one
     * of these wait: a thousand at a time are a good number.
     */
    @Transactional
    public List<Captured> captureAll(List<Prepared> all) {
        String correlationId = Correlation.current();
        return take(all.stream().map(lead -> new Arrival(lead, correlationId)).toList());
    }

    /** Takes leads in that came by different requests; all of them or none. */
    @Transactional
    List<Captured> captureArrivals(List<Arrival> all) {
        return take(all);
    }

    private List<Captured> take(List<Arrival> all) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LeadPolicy policy = policies.validAt(now);
        Identity.Session session = identity.look(
                all.stream().map(arrival -> arrival.lead().subject()).toList(),
                new Identity.Comparison(
                        OPEN,
                        now.minus(Duration.ofDays(policy.dedupeDays())),
                        now,
                        Math.max(policy.leadsPerHourDomain(), policy.leadsPerHourPhone()),
                        policy.similarityPermil(),
                        policy.candidatesShown()));
        Intake intake = new Intake(all, session, policy, now);
        intake.judgeAll();
        intake.write();
        return intake.answers;
    }

    /** The leads of one transaction. */
    private final class Intake {

        private final List<Arrival> all;
        private final Identity.Session session;
        private final LeadPolicy policy;
        private final Instant now;
        private final Map<String, UUID> namedCustomers = new HashMap<>();
        private final Map<UUID, Lead> survivors = new HashMap<>();
        private final Map<UUID, Lead> written = new HashMap<>();
        private final List<Leads.Incoming> incoming = new ArrayList<>();
        private final List<Merges.Merge> merged = new ArrayList<>();
        private final List<Merges.Candidate> candidates = new ArrayList<>();
        private final List<LeadEvents.Caused> happened = new ArrayList<>();
        private final List<Captured> answers = new ArrayList<>();
        private final Map<LeadStatus, Integer> counts = new EnumMap<>(LeadStatus.class);
        private boolean anyToRoute;

        private Intake(List<Arrival> all, Identity.Session session, LeadPolicy policy, Instant now) {
            this.all = all;
            this.session = session;
            this.policy = policy;
            this.now = now;
        }

        private void judgeAll() {
            nameCustomers();
            lockSurvivors();
            for (int place = 0; place < all.size(); place++) {
                judge(place);
            }
        }

        /** Customers that the senders name by ids of another system, and that are new here. */
        private void nameCustomers() {
            Set<String> unknown = new HashSet<>();
            for (int place = 0; place < all.size(); place++) {
                NewLead about = all.get(place).about();
                Recognition known = session.of(place);
                if (about.customerExternalId() != null && known.namedCustomer() == null && known.knownLead() == null) {
                    unknown.add(about.customerExternalId());
                }
            }
            namedCustomers.putAll(customers.known(unknown, now));
        }

        /** Leads that others may be moving at this moment: what they are is known only under the lock. */
        private void lockSurvivors() {
            Set<UUID> ids = new HashSet<>();
            for (int place = 0; place < all.size(); place++) {
                Identity.SameWish same = session.of(place).sameWish();
                if (same != null) {
                    ids.add(same.leadId());
                }
            }
            if (!ids.isEmpty()) {
                leads.lock(ids).forEach(lead -> survivors.put(lead.id(), lead));
            }
        }

        private void judge(int place) {
            NewLead about = all.get(place).about();
            Recognition known = session.of(place);
            if (known.knownLead() != null) {
                Lead earlier = written.get(known.knownLead());
                answers.add(new Captured(earlier == null ? leads.findById(known.knownLead()) : earlier, false));
                return;
            }
            boolean namesCustomer = about.customerId() != null || about.customerExternalId() != null;
            if (about.customerId() != null && known.namedCustomer() == null) {
                throw ProblemException.invalid("customerId", "is not a customer that is known");
            }
            Judgement judgement = Judgement.of(
                    about,
                    known,
                    namesCustomer,
                    sources.isPaused(about.source(), about.details().campaign()),
                    policy);
            if (judgement instanceof Judgement.Duplicate duplicate
                    && !isOpen(duplicate.of().leadId())) {
                judgement = new Judgement.Good(duplicate.of().customerId());
            }
            take(place, all.get(place), known, judgement);
        }

        private boolean isOpen(UUID leadId) {
            Lead survivor = survivor(leadId);
            return survivor != null && survivor.status().isOpen();
        }

        private @Nullable Lead survivor(UUID leadId) {
            Lead locked = survivors.get(leadId);
            return locked == null ? written.get(leadId) : locked;
        }

        private void take(int place, Arrival arrival, Recognition known, Judgement judgement) {
            NewLead about = arrival.about();
            UUID customer = customerOf(about, known, judgement);
            Lead lead = Lead.receive(
                    UuidCreator.getTimeOrderedEpoch(),
                    about,
                    customer == null ? UuidCreator.getTimeOrderedEpoch() : customer,
                    arrival.correlationId(),
                    now);
            LeadEvent verdict = carryOut(lead, judgement);
            happened.add(new LeadEvents.Caused(arrival.correlationId(), new LeadEvent.Created(lead)));
            if (verdict != null) {
                happened.add(new LeadEvents.Caused(arrival.correlationId(), verdict));
            }
            incoming.add(new Leads.Incoming(lead, customer == null, known.keys()));
            written.put(lead.id(), lead);
            answers.add(new Captured(lead, true));
            counts.merge(lead.status(), 1, Integer::sum);
            session.taken(place, lead.id());
            UUID belongsTo = lead.mergedInto();
            if (lead.status() != LeadStatus.SPAM) {
                session.decided(
                        place,
                        belongsTo == null ? lead.id() : belongsTo,
                        lead.customerId(),
                        belongsTo != null || lead.status().isOpen());
            }
        }

        private @Nullable UUID customerOf(NewLead about, Recognition known, Judgement judgement) {
            if (known.namedCustomer() != null) {
                return known.namedCustomer();
            }
            String named = about.customerExternalId();
            if (named != null) {
                return namedCustomers.get(named);
            }
            return switch (judgement) {
                case Judgement.Duplicate duplicate -> duplicate.of().customerId();
                case Judgement.Doubtful doubtful -> doubtful.customerId();
                case Judgement.Good good -> good.customerId();
                case Judgement.Spam spam -> null;
            };
        }

        private @Nullable LeadEvent carryOut(Lead lead, Judgement judgement) {
            return switch (judgement) {
                case Judgement.Spam spam -> {
                    lead.reject(spam.rule(), Mover.INTAKE, now);
                    yield new LeadEvent.Rejected(lead.id(), spam.rule(), now);
                }
                case Judgement.Duplicate duplicate -> merge(lead, duplicate);
                case Judgement.Doubtful doubtful -> {
                    lead.holdForReview(doubtful.reasons(), now);
                    doubtful.similar()
                            .forEach(similar -> candidates.add(
                                    new Merges.Candidate(lead.id(), similar.leadId(), similar.permil())));
                    yield new LeadEvent.Held(lead.id(), doubtful.reasons(), now);
                }
                case Judgement.Good good -> {
                    lead.qualify(now);
                    lead.startRouting(now);
                    anyToRoute = true;
                    yield null;
                }
            };
        }

        private LeadEvent merge(Lead lead, Judgement.Duplicate duplicate) {
            Lead survivor = survivor(duplicate.of().leadId());
            if (survivor == null) {
                throw new IllegalStateException("Lead " + duplicate.of().leadId() + " is not locked.");
            }
            Learnt learnt = survivor.learnFrom(lead);
            lead.mergeInto(survivor, Mover.INTAKE, now);
            merged.add(new Merges.Merge(
                    UuidCreator.getTimeOrderedEpoch(),
                    lead.id(),
                    survivor.id(),
                    duplicate.of().by(),
                    now,
                    Mover.INTAKE,
                    learnt,
                    null));
            return new LeadEvent.Merged(lead, survivor.id(), duplicate.of().by(), now);
        }

        private void write() {
            leads.add(incoming);
            merges.add(merged);
            merges.addCandidates(candidates);
            events.publishAll(happened);
            meters.captured(counts);
            if (anyToRoute) {
                routing.wakeAfterCommit();
            }
        }
    }
}
