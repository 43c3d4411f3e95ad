package org.ninetyten.billing.dispute.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a disputed line is corrected. */
@Schema(
        examples =
                "{\"correctionMinor\": 5000, \"answer\": \"The tier of September was Certified; the difference is added.\"}")
record CorrectionRequest(
        @Schema(description = "Added to what the line says, in minor units; not 0.") @NotNull @Min(-MOST) @Max(MOST)
        Long correctionMinor,

        @NotBlank @Size(max = 2000) String answer) {

    static final long MOST = 1_000_000_000_000L;
}
