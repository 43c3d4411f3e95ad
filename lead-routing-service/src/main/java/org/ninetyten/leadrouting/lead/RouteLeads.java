package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.campaign.PartnerCampaigns;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.protection.Protections;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.Preference;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Turn;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.Correlation;

/**
 * Routes waiting leads, many in one transaction: leads are locked, the index names the partners worth looking at, their
 * turns are locked and read, and each lead is decided on its own with the turns as the lead before it left them.
 */
@ApplicationScoped
public class RouteLeads {

    private final Leads leads;
    private final Offers offers;
    private final Customers customers;
    private final Protections protections;
    private final PartnerCampaigns campaigns;
    private final Policies policies;
    private final Turns turns;
    private final Decisions decisions;
    private final LeadEvents events;
    private final LeadMeters meters;
    private final Clock clock;

    RouteLeads(
            Leads leads,
            Offers offers,
            Customers customers,
            Protections protections,
            PartnerCampaigns campaigns,
            Policies policies,
            Turns turns,
            Decisions decisions,
            LeadEvents events,
            LeadMeters meters,
            Clock clock) {
        this.leads = leads;
        this.offers = offers;
        this.customers = customers;
        this.protections = protections;
        this.campaigns = campaigns;
        this.policies = policies;
        this.turns = turns;
        this.decisions = decisions;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What came of one portion.
     *
     * @param routed how many leads were routed
     * @param postponed leads that must be looked at again: another transaction has the turn of a partner that they need, or
     *     the index was behind
     */
    public record Outcome(int routed, Set<UUID> postponed) {}

    /** Brings an index up to what is committed. */
    @Transactional
    public void refresh(PartnerIndex index) {
        turns.refresh(index);
        Collection<UUID> full = index.full();
        if (!full.isEmpty()) {
            Instant now = clock.instant();
            turns.look(full, policies.validAt(now), LocalDate.ofInstant(now, ZoneOffset.UTC), index)
                    .values()
                    .forEach(index::note);
        }
    }

    /** Routes up to so many leads, other than those that are left for later. */
    @Transactional
    public Outcome routeWaiting(PartnerIndex index, Set<UUID> notNow, int limit) {
        List<Lead> waiting = leads.lockWaiting(notNow, limit);
        if (waiting.isEmpty()) {
            return new Outcome(0, Set.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RoutingPolicy policy = policies.validAt(now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

        Map<UUID, LeadProfile> profiles = profiles(waiting, now);
        Map<UUID, PartnerIndex.Shortlist> shortlists = new HashMap<>();
        Set<UUID> wanted = new HashSet<>();
        for (LeadProfile profile : profiles.values()) {
            PartnerIndex.Shortlist shortlist = index.shortlist(profile, policy, today);
            shortlists.put(profile.id(), shortlist);
            wanted.addAll(shortlist.partners());
            profile.preferences().forEach(preference -> wanted.add(preference.partnerId()));
        }
        Map<UUID, Candidate> candidates = turns.lock(wanted, policy, today, index);
        wanted.removeAll(candidates.keySet());
        if (!wanted.isEmpty()) {
            turns.unknown(wanted).forEach(index::forget);
        }

        Batch batch = new Batch(policy, now, today, candidates);
        Set<UUID> postponed = new HashSet<>();
        for (Lead lead : waiting) {
            LeadProfile profile = profiles.get(lead.id());
            PartnerIndex.Shortlist shortlist = shortlists.get(lead.id());
            if (profile == null || shortlist == null) {
                throw new IllegalStateException("Lead " + lead.id() + " was not prepared.");
            }
            if (isTurnOfPreferredPartnerTaken(profile, candidates, index)) {
                postponed.add(lead.id());
                continue;
            }
            RoutingDecision decision = Router.route(
                            profile, ofLead(profile, shortlist, candidates), policy, today, shortlist.failed())
                    .among(shortlist.sellers());
            if (decision.partnerId() == null && !shortlist.partners().isEmpty()) {
                // All that the index knew of are gone or full by now; it has learnt that, and may know others.
                postponed.add(lead.id());
                continue;
            }
            batch.carryOut(lead, decision);
        }
        batch.write();
        candidates.values().forEach(index::note);
        return new Outcome(waiting.size() - postponed.size(), postponed);
    }

    private Map<UUID, LeadProfile> profiles(List<Lead> waiting, Instant now) {
        Map<UUID, Set<UUID>> refusals = offers.refusals(
                waiting.stream().filter(lead -> lead.offers() > 0).map(Lead::id).toList());
        Map<UUID, UUID> partnersOfRecord = customers.partnersOfRecord(
                waiting.stream().map(Lead::customerId).distinct().toList());
        Map<Protections.Wanted, UUID> protectedFor =
                protections.partners(waiting.stream().map(RouteLeads::wanted).toList(), now);
        Map<String, UUID> campaignsOf = campaigns.partners(
                waiting.stream().map(Lead::campaign).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, LeadProfile> profiles = new LinkedHashMap<>();
        for (Lead lead : waiting) {
            List<Preference> preferences = new ArrayList<>();
            prefer(preferences, Step.PARTNER_OF_RECORD, partnersOfRecord.get(lead.customerId()));
            prefer(preferences, Step.CUSTOMERS_CHOICE, lead.chosenPartnerId());
            prefer(preferences, Step.PROTECTION, protectedFor.get(wanted(lead)));
            prefer(preferences, Step.HOST_PARTNER, lead.hostPartnerId());
            String campaign = lead.campaign();
            prefer(preferences, Step.CAMPAIGN_PARTNER, campaign == null ? null : campaignsOf.get(campaign));
            profiles.put(lead.id(), lead.profile(preferences, refusals.getOrDefault(lead.id(), Set.of())));
        }
        return profiles;
    }

    private static Protections.Wanted wanted(Lead lead) {
        return new Protections.Wanted(lead.customerId(), lead.product());
    }

    private static void prefer(List<Preference> preferences, Step step, @Nullable UUID partnerId) {
        if (partnerId != null) {
            preferences.add(new Preference(step, partnerId));
        }
    }

    /** Those that may get the lead, each once. */
    private static List<Candidate> ofLead(
            LeadProfile profile, PartnerIndex.Shortlist shortlist, Map<UUID, Candidate> candidates) {
        List<UUID> partners = shortlist.partners();
        if (!profile.preferences().isEmpty()) {
            Set<UUID> all = new LinkedHashSet<>();
            profile.preferences().forEach(first -> all.add(first.partnerId()));
            all.addAll(partners);
            partners = List.copyOf(all);
        }
        List<Candidate> ofLead = new ArrayList<>(partners.size());
        for (UUID partner : partners) {
            Candidate candidate = candidates.get(partner);
            if (candidate != null) {
                ofLead.add(candidate);
            }
        }
        return ofLead;
    }

    private static boolean isTurnOfPreferredPartnerTaken(
            LeadProfile profile, Map<UUID, Candidate> candidates, PartnerIndex index) {
        return profile.preferences().stream()
                .map(Preference::partnerId)
                .anyMatch(partner -> !candidates.containsKey(partner) && index.knows(partner));
    }

    /** What one transaction writes. */
    private final class Batch {

        private final RoutingPolicy policy;
        private final Instant now;
        private final LocalDate today;
        private final Map<UUID, Candidate> locked;
        private final Map<UUID, Candidate> candidates;
        private final List<UUID> offered = new ArrayList<>();
        private final List<Decisions.Stored> made = new ArrayList<>();
        private final List<Lead> moved = new ArrayList<>();
        private final List<Offer> live = new ArrayList<>();
        private final List<LeadEvents.Caused> happened = new ArrayList<>();

        private Batch(RoutingPolicy policy, Instant now, LocalDate today, Map<UUID, Candidate> candidates) {
            this.policy = policy;
            this.now = now;
            this.today = today;
            this.locked = new HashMap<>(candidates);
            this.candidates = candidates;
        }

        private void carryOut(Lead lead, RoutingDecision decision) {
            UUID decisionId = UuidCreator.getTimeOrderedEpoch();
            made.add(new Decisions.Stored(decisionId, decision, now, null, null));
            moved.add(lead);
            meters.routed(decision.step());
            UUID partnerId = decision.partnerId();
            if (partnerId == null) {
                lead.escalate(EscalationReason.NO_CANDIDATE, now);
                tell(lead, new LeadEvent.Escalated(lead.id(), EscalationReason.NO_CANDIDATE, now));
                return;
            }
            takeTurns(decision, partnerId);
            Offer offer = lead.offerTo(
                    partnerId,
                    UuidCreator.getTimeOrderedEpoch(),
                    decisionId,
                    policy.version(),
                    policy.answerBy(lead.source(), require(partnerId).partner(), now),
                    now);
            live.add(offer);
            tell(lead, new LeadEvent.Offered(offer));
        }

        /** As part of what brought the lead; one from before that was kept has a new id. */
        private void tell(Lead lead, LeadEvent event) {
            happened.add(new LeadEvents.Caused(Correlation.orNew(lead.correlationId()), event));
        }

        /** Credit and waiting time change only in a turn; a partner that comes first takes no other's place. */
        private void takeTurns(RoutingDecision decision, UUID winner) {
            for (RoutingDecision.Row row : decision.rows()) {
                Candidate candidate = require(row.partnerId());
                Turn turn = candidate.turn();
                boolean won = row.partnerId().equals(winner);
                if (!won && row.creditAfter() == turn.credit()) {
                    continue;
                }
                Turn next = new Turn(
                        row.creditAfter(),
                        won && decision.step() == Step.TURN ? now : turn.lastTurnAt(),
                        won ? turn.openLeads() + 1 : turn.openLeads());
                candidates.put(
                        row.partnerId(),
                        won ? candidate.offered(next) : new Candidate(candidate.partner(), next, candidate.record()));
            }
            offered.add(winner);
        }

        /** Asked once for all leads: most candidates take part in several decisions. */
        private Map<UUID, Turn> changed() {
            Map<UUID, Turn> changed = new HashMap<>();
            locked.forEach((id, before) -> {
                Turn turn = require(id).turn();
                if (!turn.equals(before.turn())) {
                    changed.put(id, turn);
                }
            });
            return changed;
        }

        private Candidate require(UUID partnerId) {
            Candidate candidate = candidates.get(partnerId);
            if (candidate == null) {
                throw new IllegalStateException("Partner " + partnerId + " is not locked.");
            }
            return candidate;
        }

        private void write() {
            Decisions.Traced traced = decisions.trace(made);
            Map<UUID, Turn> changed = changed();
            if (!changed.isEmpty()) {
                turns.write(changed, offered, today);
            }
            leads.writeMoved(moved);
            offers.add(live);
            decisions.keep(traced);
            events.publishAll(happened);
        }
    }
}
