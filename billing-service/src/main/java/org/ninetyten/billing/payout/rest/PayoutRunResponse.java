package org.ninetyten.billing.payout.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.payout.PayoutRun;

/** One go at drafting payouts, and what came of the sums that it looked at. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutRunResponse(
        UUID id,
        boolean done,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,
        int drafted,

        @Schema(description = "Sums below the minimum, which wait for more.")
        int rolledOver,

        @Schema(description = "Sums of partners without usable bank details.")
        int withoutAccount,

        @Schema(description = "Sums that come to nothing or less.")
        int nothingDue,

        @Schema(description = "Sums without an exchange rate to compare with the minimum.")
        int withoutRate) {

    static PayoutRunResponse from(PayoutRun run) {
        return new PayoutRunResponse(
                run.id(),
                run.done(),
                run.startedAt(),
                run.startedBy(),
                run.finishedAt(),
                run.drafted(),
                run.rolledOver(),
                run.withoutAccount(),
                run.nothingDue(),
                run.withoutRate());
    }
}
