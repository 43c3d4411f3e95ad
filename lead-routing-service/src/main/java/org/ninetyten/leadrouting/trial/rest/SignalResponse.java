package org.ninetyten.leadrouting.trial.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.RecordSignals;

/** What became of a signal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalResponse(
        @Schema(description = "Its place in the batch, from 0.")
        int index,

        @Schema(description = "KNOWN: a signal with this id is stored already, and this one changed nothing.")
        RecordSignals.Outcome outcome,

        @Schema(description = "The field that is wrong, when the signal was refused.") @Nullable
        String field,

        @Nullable String reason) {}
