package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is next among the candidates that fit. All of it is integer arithmetic. */
final class TurnTaking {

    private TurnTaking() {}

    private static final Comparator<Standing> LONGEST_WAIT = Comparator.<Standing, Instant>comparing(
                    standing -> standing.lastTurnAt() == null ? Instant.MIN : standing.lastTurnAt())
            .thenComparing(Standing::partnerId);

    private static final Comparator<Standing> NEWEST =
            Comparator.comparingInt(Standing::openingLeads).reversed().thenComparing(LONGEST_WAIT);

    /** Compares load / weight by cross-multiplication. */
    private static final Comparator<Standing> LEAST_LOADED = ((Comparator<Standing>)
                    (a, b) -> Long.compare((long) a.load() * b.weight(), (long) b.load() * a.weight()))
            .thenComparing(LONGEST_WAIT);

    /**
     * The new partner that this lead opens with, or nothing. Which leads are for opening is drawn by their id: the same
     * lead always gives the same answer, and of many leads new partners get no more than their share.
     */
    static @Nullable Standing newcomer(UUID leadId, List<Standing> eligible, RoutingPolicy.Opening opening) {
        Standing newest = null;
        for (Standing standing : eligible) {
            if (standing.openingLeads() > 0 && (newest == null || NEWEST.compare(standing, newest) < 0)) {
                newest = standing;
            }
        }
        if (newest == null || Long.remainderUnsigned(Lot.of(leadId), RoutingPolicy.WHOLE) >= opening.share()) {
            return null;
        }
        return newest;
    }

    /** The one with the fewest leads by weight; between equals the longest wait, then the id. */
    static Standing byLoad(List<Standing> standings) {
        return standings.stream().min(LEAST_LOADED).orElseThrow();
    }

    /**
     * Every candidate earns its weight's share of the lead, and the next one pays what all have earned, so that no credit
     * is made or lost. The highest credit wins, once it is a whole lead. Until then the turn goes to the partner that
     * would be a whole lead behind soonest. Between equal weights that is the highest credit too; with unequal ones,
     * going by credit alone lets a heavy partner fall a lead behind while light ones are served early.
     *
     * @param rows where the parts of the candidates are added
     */
    static Standing byShare(List<Standing> standings, int creditClamp, List<RoutingDecision.Row> rows) {
        long weights = 0;
        for (Standing standing : standings) {
            weights += standing.weight();
        }
        int size = standings.size();
        long[] credits = new long[size];
        long earned = 0;
        int highest = -1;
        int soonest = -1;
        for (int i = 0; i < size; i++) {
            Standing standing = standings.get(i);
            long share = share(standing.weight(), weights);
            earned += share;
            credits[i] = standing.credit() + share;
            if (highest < 0 || isHigher(standings, credits, i, highest)) {
                highest = i;
            }
            if (credits[i] > Credit.NOTHING && (soonest < 0 || isSooner(standings, credits, i, soonest))) {
                soonest = i;
            }
        }
        boolean somebodyIsOwedALead = credits[highest] >= Credit.LEAD - Credit.NOTHING;
        int next = somebodyIsOwedALead || soonest < 0 ? highest : soonest;
        long limit = creditClamp * Credit.LEAD;
        for (int i = 0; i < size; i++) {
            long after = i == next ? credits[i] - earned : credits[i];
            rows.add(new RoutingDecision.Row(standings.get(i), true, Math.max(-limit, Math.min(limit, after))));
        }
        return standings.get(next);
    }

    /** A lead times weight by weights, rounded down; in two steps, since the product of the first two is too long. */
    private static long share(int weight, long weights) {
        return Credit.LEAD / weights * weight + Credit.LEAD % weights * weight / weights;
    }

    private static boolean isHigher(List<Standing> standings, long[] credits, int one, int other) {
        if (credits[one] != credits[other]) {
            return credits[one] > credits[other];
        }
        return LONGEST_WAIT.compare(standings.get(one), standings.get(other)) < 0;
    }

    /** Compares (1 - credit) / weight by cross-multiplication, in 128 bits. */
    private static boolean isSooner(List<Standing> standings, long[] credits, int one, int other) {
        long left = Credit.LEAD - credits[one];
        long right = Credit.LEAD - credits[other];
        int leftWeight = standings.get(one).weight();
        int rightWeight = standings.get(other).weight();
        int compared = Long.compare(Math.multiplyHigh(left, rightWeight), Math.multiplyHigh(right, leftWeight));
        if (compared == 0) {
            compared = Long.compareUnsigned(left * rightWeight, right * leftWeight);
        }
        return compared == 0 ? LONGEST_WAIT.compare(standings.get(one), standings.get(other)) < 0 : compared < 0;
    }
}
