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
 * @param sellers how many active partners had the right to sell to the lead, looked at or not; nothing when a person
 *     decided, and in decisions from before they were counted
 */
public record RoutingDecision(
        UUID leadId,
        int policyVersion,
        Step step,
        @Nullable UUID partnerId,
        List<Row> rows,
        Map<Filter, Integer> failed,
        @Nullable Integer sellers) {

    public RoutingDecision {
        rows = List.copyOf(rows);
        failed = Map.copyOf(failed);
    }

    /** A decision of which nobody counted how many might have had the lead. */
    public RoutingDecision(
            UUID leadId,
            int policyVersion,
            Step step,
            @Nullable UUID partnerId,
            List<Row> rows,
            Map<Filter, Integer> failed) {
        this(leadId, policyVersion, step, partnerId, rows, failed, null);
    }

    /** The same decision, with how many active partners had the right to sell to the lead. */
    public RoutingDecision among(@Nullable Integer allowed) {
        return new RoutingDecision(leadId, policyVersion, step, partnerId, rows, failed, allowed);
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
