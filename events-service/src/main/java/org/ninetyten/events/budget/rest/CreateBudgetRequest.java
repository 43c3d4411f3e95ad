package org.ninetyten.events.budget.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.budget.Region;

/** A new budget. */
public record CreateBudgetRequest(
        @NotNull @Min(2000) @Max(2200) @Schema(examples = "2026")
        Integer year,

        @NotNull @Schema(examples = "CIS") Region region,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
        String currency,

        @NotNull @Min(1) @Max(1_000_000_000_000_000L) @Schema(examples = "50000000")
        Long amountMinor) {}
