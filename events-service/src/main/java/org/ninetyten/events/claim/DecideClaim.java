package org.ninetyten.events.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.audit.AuditTrail;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.policy.ProgrammePolicies;
import org.ninetyten.messaging.http.ProblemException;

/** Marketing decides a claim line by line; what is to be paid back follows from that. */
@ApplicationScoped
public class DecideClaim {

    private final Claims claims;
    private final CostLines costLines;
    private final MarketingEvents events;
    private final Budgets budgets;
    private final ProgrammePolicies policies;
    private final ClaimEvents claimEvents;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    DecideClaim(
            Claims claims,
            CostLines costLines,
            MarketingEvents events,
            Budgets budgets,
            ProgrammePolicies policies,
            ClaimEvents claimEvents,
            AuditTrail audit,
            Clock clock) {
        this.claims = claims;
        this.costLines = costLines;
        this.events = events;
        this.budgets = budgets;
        this.policies = policies;
        this.claimEvents = claimEvents;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is found eligible of a line, with a reason when it is not all of it. */
    public record LineDecision(
            UUID lineId, long eligibleMinor, @Nullable String reason) {}

    /** Takes the claim under review. */
    @Transactional
    public Claim review(UUID claimId) {
        Claim claim = claims.lock(claimId);
        claim.review();
        return claim;
    }

    /**
     * Decides the claim. In one transaction the reimbursement becomes spent, the rest of the reservation is free again
     * and billing hears what to pay.
     */
    @Transactional
    public Claim decide(String who, UUID claimId, List<LineDecision> decisions) {
        Instant now = clock.instant();
        Claim claim = claims.lock(claimId);
        claim.mustBeUndecided();
        List<CostLine> lines = costLines.of(claimId);
        Map<UUID, LineDecision> decided = match(lines, decisions);
        MarketingEvent event = events.lock(claim.eventId());

        List<Long> eligibleMinor = lines.stream()
                .map(line -> decisionFor(line, decided).eligibleMinor())
                .toList();
        // What the budget has left for this event is its reservation: no other event can take that away.
        Reimbursement reimbursement = Reimbursement.of(
                eligibleMinor,
                policies.version(claim.policyVersion()).share(),
                claim.limitMinor(),
                event.reservedMinor());
        for (int line = 0; line < lines.size(); line++) {
            CostLine cost = lines.get(line);
            cost.decide(
                    eligibleMinor.get(line),
                    reimbursement.partsMinor().get(line),
                    decisionFor(cost, decided).reason());
        }
        ClaimStatus before = claim.status();
        long claimed = lines.stream().mapToLong(CostLine::netMinor).sum();
        long eligible = eligibleMinor.stream().mapToLong(Long::longValue).sum();
        claim.decide(claimed, eligible, reimbursement, now);
        if (reimbursement.totalMinor() > 0) {
            claimEvents.publish(
                    new ClaimEvent.ReimbursementApproved(claim, eligible, reimbursement.totalMinor(), lines, now));
        }
        long reserved = event.endReservation();
        audit.record(
                who,
                "claim.decide",
                "claim",
                claimId,
                Map.of("status", before, "reservedMinor", reserved),
                Map.of(
                        "status",
                        claim.status(),
                        "claimedMinor",
                        claimed,
                        "eligibleMinor",
                        eligible,
                        "approvedMinor",
                        reimbursement.totalMinor(),
                        "releasedMinor",
                        reserved - reimbursement.totalMinor()),
                null);
        budgets.settle(event.budgetId(), reserved, reimbursement.totalMinor());
        claims.flush();
        return claim;
    }

    private static Map<UUID, LineDecision> match(List<CostLine> lines, List<LineDecision> decisions) {
        Map<UUID, CostLine> open = new HashMap<>();
        lines.forEach(line -> open.put(line.id(), line));
        Map<UUID, LineDecision> decided = new HashMap<>();
        for (int position = 0; position < decisions.size(); position++) {
            LineDecision decision = decisions.get(position);
            String field = "lines[" + position + "]";
            CostLine line = open.remove(decision.lineId());
            if (line == null) {
                throw ProblemException.invalid(field + ".lineId", "is no line of this claim or comes twice");
            }
            if (decision.eligibleMinor() > line.netMinor()) {
                throw ProblemException.invalid(field + ".eligibleMinor", "is more than the line claims");
            }
            if (decision.eligibleMinor() < line.netMinor()
                    && (decision.reason() == null || decision.reason().isBlank())) {
                throw ProblemException.invalid(field + ".reason", "is needed when a line is not eligible in full");
            }
            decided.put(decision.lineId(), decision);
        }
        if (!open.isEmpty()) {
            throw ProblemException.invalid("lines", "must decide every line of the claim");
        }
        return decided;
    }

    private static LineDecision decisionFor(CostLine line, Map<UUID, LineDecision> decided) {
        LineDecision decision = decided.get(line.id());
        if (decision == null) {
            throw new IllegalStateException("Line " + line.id() + " is not decided");
        }
        return decision;
    }
}
