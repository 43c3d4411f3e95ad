package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about one candidate, in numbers: the same standings give the same answer for ever, whatever became of
 * the partners since.
 *
 * @param before the step by which the partner comes before all turns, or nothing when it waits its turn
 * @param failed the first filter that keeps it from the lead
 * @param kilometres from its nearest city, when both places are known
 * @param weight what its share is in proportion to: the weight of its tier less what declines and time-outs took, in
 *     ten-thousandths
 * @param credit in parts of a lead, before this decision
 * @param lastTurnAt since when it waits
 * @param load leads that it was offered in the load window
 * @param openingLeads how many of the first leads of a new partner it still has to get
 */
public record Standing(
        UUID partnerId,
        @Nullable Step before,
        @Nullable Filter failed,
        @Nullable Integer kilometres,
        Score score,
        int weight,
        long credit,
        @Nullable Instant lastTurnAt,
        int load,
        int openingLeads) {}
