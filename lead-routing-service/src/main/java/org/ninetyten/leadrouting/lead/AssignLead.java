package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Turn;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.http.ProblemException;

/** The sales desk offers a lead that routing gave up to a partner of its choice. */
@ApplicationScoped
public class AssignLead {

    private final Leads leads;
    private final Offers offers;
    private final Turns turns;
    private final Policies policies;
    private final Decisions decisions;
    private final LeadEvents events;
    private final Audit audit;
    private final Clock clock;

    AssignLead(
            Leads leads,
            Offers offers,
            Turns turns,
            Policies policies,
            Decisions decisions,
            LeadEvents events,
            Audit audit,
            Clock clock) {
        this.leads = leads;
        this.offers = offers;
        this.turns = turns;
        this.policies = policies;
        this.decisions = decisions;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Offers the lead. The partner still has to accept, in its business hours like any other. */
    @Transactional
    public Lead assign(UUID leadId, UUID partnerId, String why, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lead lead = leads.lock(leadId);
        if (lead.status() != LeadStatus.DESK) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + "; only one at the desk can be assigned.",
                    lead.status().next());
        }
        RoutingPolicy policy = policies.validAt(now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Candidate candidate = turns.lock(partnerId, policy, today)
                .orElseThrow(() -> ProblemException.invalid("partnerId", "is not a partner that is known"));
        refuseUnlessAllowed(lead, candidate.partner());

        UUID decisionId = UuidCreator.getTimeOrderedEpoch();
        RoutingDecision decision = Router.assigned(lead.profile(List.of(), Set.of()), candidate, policy, today);
        decisions.keep(List.of(new Decisions.Stored(decisionId, decision, now, by, why)));
        Instant expiresAt = policy.answerBy(lead.source(), candidate.partner(), now);
        Offer offer = lead.offerTo(
                partnerId, UuidCreator.getTimeOrderedEpoch(), decisionId, policy.version(), expiresAt, now);
        offers.persist(offer);
        Turn turn = candidate.turn();
        Turn next = new Turn(turn.credit(), turn.lastTurnAt(), turn.openLeads() + 1);
        turns.write(Map.of(partnerId, next), List.of(partnerId), today);
        audit.record(by, "assigned a lead", leadId, LeadStatus.DESK.name(), LeadStatus.OFFERED.name(), why);
        events.publish(List.of(new LeadEvent.Offered(offer)));
        return lead;
    }

    /** The desk may overlook language, skills and capacity, but not that a partner may not sell there. */
    private static void refuseUnlessAllowed(Lead lead, PartnerProfile partner) {
        Filter failed = null;
        if (!partner.isActive()) {
            failed = Filter.NOT_ACTIVE;
        } else if (lead.country() != null && !partner.mayReach(lead.country(), lead.subdivision(), lead.place())) {
            failed = Filter.NO_RIGHT_TO_SELL;
        } else if (!partner.opens()) {
            failed = Filter.CALENDAR;
        }
        if (failed != null) {
            throw new ProblemException(LeadProblem.PARTNER_NOT_ELIGIBLE, "The partner fails the filter " + failed + ".")
                    .field("partnerId", failed.name());
        }
    }
}
