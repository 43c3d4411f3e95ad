package org.ninetyten.events.budget.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.budget.Budget;
import org.ninetyten.events.budget.Region;

/** A budget and how much of it is used. */
@Schema(examples = """
        {"id": "0193a1b2-0000-7000-8000-0000000000b1", "year": 2026, "region": "CIS", "currency": "EUR",
         "amountMinor": 50000000, "reservedMinor": 200000, "spentMinor": 0, "leftMinor": 49800000,
         "createdAt": "2026-01-12T08:00:00Z"}
        """)
record BudgetResponse(
        UUID id,
        int year,
        Region region,
        String currency,
        long amountMinor,

        @Schema(description = "Set aside for approved events that are not paid back yet.")
        long reservedMinor,

        long spentMinor,
        long leftMinor,
        Instant createdAt) {

    static BudgetResponse from(Budget budget) {
        return new BudgetResponse(
                budget.id(),
                budget.year(),
                budget.region(),
                budget.currency(),
                budget.amountMinor(),
                budget.reservedMinor(),
                budget.spentMinor(),
                budget.leftMinor(),
                budget.createdAt());
    }
}
