package org.ninetyten.billing.payout.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a payout that the bank did not answer for. */
record ReconcileRequest(
        @NotNull Outcome outcome,

        @NotBlank
        @Size(max = 1000)
        @Schema(description = "What shows it, such as the number of a statement of the bank.")
        String evidence) {

    /** Whether the money left. */
    enum Outcome {
        SETTLED,
        FAILED
    }
}
