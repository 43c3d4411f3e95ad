package org.ninetyten.leadrouting.trial.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.SignalType;
import org.ninetyten.leadrouting.trial.UsageSignal;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** One thing that happened in a trial. */
record UsageSignalRequest(
        @Schema(description = "The product's own id of the trial; only in a batch.")
        @Size(max = 200)
        @Known(Code.TEXT)
        @Nullable
        String trial,

        @Schema(description = "Tells the signal from the others of its trial. The same id again is the same signal.")
        @NotNull
        @Size(max = 100)
        @Known(Code.TEXT)
        String id,

        @NotNull SignalType type,

        @Schema(description = "What was added since the signal before: users invited, megabytes, days and so on.")
        @NotNull
        @Min(0)
        @Max(1_000_000_000_000L)
        Long value,

        @NotNull Instant occurredAt) {

    UsageSignal toSignal() {
        return new UsageSignal(id, type, value, occurredAt);
    }
}
