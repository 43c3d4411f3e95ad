package org.ninetyten.events.budget.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.budget.Region;

/** A new budget. */
@Schema(examples = """
        {"year": 2026, "region": "CIS", "currency": "EUR", "amountMinor": 50000000}
        """)
public record CreateBudgetRequest(
        @NotNull @Min(2000) @Max(2200) Integer year,

        @NotNull Region region,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

        @NotNull @Min(1) @Max(1_000_000_000_000_000L) Long amountMinor) {}
