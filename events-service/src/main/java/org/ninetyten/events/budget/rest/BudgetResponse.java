package org.ninetyten.events.budget.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.budget.Budget;
import org.ninetyten.events.budget.Region;

/** A budget and how much of it is used. */
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
