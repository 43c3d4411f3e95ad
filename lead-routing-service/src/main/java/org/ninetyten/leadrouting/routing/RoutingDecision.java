package org.ninetyten.leadrouting.routing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which partner a lead goes to, and why.
 *
 * @param partnerId the chosen partner, or nothing when nobody can have the lead
 * @param rows the partners that were looked at closely, best first
 * @param failed how many partners each filter kept out, those among the rows included
 */
public record RoutingDecision(
        UUID leadId,
        int policyVersion,
        Step step,
        @Nullable UUID partnerId,
        List<Row> rows,
        Map<Filter, Integer> failed) {

    public RoutingDecision {
        rows = List.copyOf(rows);
        failed = Map.copyOf(failed);
    }

    /**
     * One partner's part in the decision.
     *
     * @param inBand whether it scored well enough to take turns
     * @param creditAfter changes only for those that took turns by share
     */
    public record Row(Standing standing, boolean inBand, long creditAfter) {

        public UUID partnerId() {
            return standing.partnerId();
        }

        public @Nullable Filter failed() {
            return standing.failed();
        }

        public long creditBefore() {
            return standing.credit();
        }
    }
}
