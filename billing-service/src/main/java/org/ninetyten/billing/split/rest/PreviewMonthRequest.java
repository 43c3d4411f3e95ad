package org.ninetyten.billing.split.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A month of deals to be split again. */
@Schema(examples = "{\"version\": 2, \"month\": \"2026-10\"}")
record PreviewMonthRequest(
        @Schema(description = "A version of the plan; or a draft.") @Min(1) @Nullable
        Integer version,

        @Valid @Nullable DraftPlan draft,

        @Schema(description = "The month of the invoice dates.") @NotNull @Pattern(regexp = "2[0-9]{3}-(0[1-9]|1[0-2])")
        String month) {}
