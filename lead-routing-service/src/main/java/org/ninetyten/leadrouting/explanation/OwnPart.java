package org.ninetyten.leadrouting.explanation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;

/**
 * One partner's part in a decision. There is nothing in it of any other partner.
 *
 * @param step the step of the routing order, for the partner that was offered the lead; NOBODY for all others
 * @param row what was stored of the partner, if it was looked at closely
 * @param failed its own first failed filter
 * @param place from 1: when it would have been its turn, had those before it been gone one after the other
 * @param byProfileOfToday whether the filters were asked anew, since nothing was stored of it
 */
public record OwnPart(
        UUID decisionId,
        Instant decidedAt,
        Outcome outcome,
        Step step,
        RoutingDecision.@Nullable Row row,
        @Nullable Filter failed,
        @Nullable Integer place,
        boolean byProfileOfToday) {

    /** How it ended for the partner. */
    public enum Outcome {
        /** It was offered the lead. */
        OFFERED,
        /** A filter kept it out. */
        KEPT_OUT,
        /** It could serve, and was not next. */
        IN_LINE,
        /** It could serve, and was not among the nearest. */
        NOT_NEAR,
        /** It could serve today, and could not then. */
        CHANGED_SINCE,
        /** The lead went to a partner that comes before all turns, or to one that the desk chose. */
        NOT_BY_TURN
    }

    /** The part of a partner of which the decision has a row. */
    static OwnPart stored(Decisions.Stored stored, RoutingDecision.Row row, RoutingPolicy policy) {
        RoutingDecision decision = stored.decision();
        if (row.partnerId().equals(decision.partnerId())) {
            return new OwnPart(stored.id(), stored.decidedAt(), Outcome.OFFERED, decision.step(), row, null, 1, false);
        }
        Filter failed = row.failed();
        if (failed != null) {
            return new OwnPart(
                    stored.id(), stored.decidedAt(), Outcome.KEPT_OUT, Step.NOBODY, row, failed, null, false);
        }
        int place = place(decision, policy, row.partnerId());
        return new OwnPart(stored.id(), stored.decidedAt(), Outcome.IN_LINE, Step.NOBODY, row, null, place, false);
    }

    /** The part of a partner of which nothing was stored, judged by what it fails today. */
    static OwnPart today(Decisions.Stored stored, @Nullable Filter failed, RoutingPolicy policy) {
        Outcome outcome;
        boolean asked = true;
        switch (stored.decision().step()) {
            case TURN, OPENING, NOBODY -> {
                if (failed != null) {
                    outcome = Outcome.KEPT_OUT;
                } else if (looked(stored.decision()) < policy.shortlist()) {
                    // There was room on the shortlist, so it was kept out by something that has changed.
                    outcome = Outcome.CHANGED_SINCE;
                } else {
                    outcome = Outcome.NOT_NEAR;
                }
            }
            default -> {
                outcome = Outcome.NOT_BY_TURN;
                asked = false;
            }
        }
        return new OwnPart(
                stored.id(),
                stored.decidedAt(),
                outcome,
                Step.NOBODY,
                null,
                outcome == Outcome.KEPT_OUT ? failed : null,
                null,
                asked);
    }

    private static long looked(RoutingDecision decision) {
        return decision.rows().stream()
                .filter(row -> row.failed() == null && row.standing().before() == null)
                .count();
    }

    private static int place(RoutingDecision decision, RoutingPolicy policy, UUID partnerId) {
        RoutingDecision left = decision;
        int place = 1;
        UUID next = left.partnerId();
        while (next != null && !next.equals(partnerId)) {
            UUID gone = next;
            List<RoutingDecision.Row> others = left.rows().stream()
                    .filter(row -> !row.partnerId().equals(gone))
                    .toList();
            left = Router.replay(
                    new RoutingDecision(left.leadId(), left.policyVersion(), left.step(), null, others, left.failed()),
                    policy);
            next = left.partnerId();
            place++;
        }
        return place;
    }
}
