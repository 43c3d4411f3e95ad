package org.ninetyten.leadrouting.registration.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.registration.DecisionReason;
import org.ninetyten.leadrouting.registration.Winner;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** For whom, and why. */
record DecideCaseRequest(
        @NotNull Winner winner,

        @Schema(description = "Both partners learn it.") @NotNull
        DecisionReason reason,

        @Schema(description = "For the vendor's staff and the audit record.")
        @NotNull
        @Size(max = 2000)
        @Known(Code.LINES)
        String why) {}
