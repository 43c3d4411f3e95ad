package org.ninetyten.billing.split.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.rest.PlanRequest;

/** A plan that is not written yet. */
record DraftPlan(
        @NotNull @Valid PlanRequest.Terms terms,
        @NotEmpty @Size(max = 500) List<PlanRequest.@NotNull @Valid Rule> rules,
        @NotNull @Size(max = 11) List<@NotNull IncomePoint> suggestions) {

    /** What stands for the number of a version that has none. */
    private static final int NO_VERSION = 0;

    SplitPlan plan(LocalDate validFrom) {
        return PlanRequest.draft("draft", validFrom, terms, rules, suggestions).as(NO_VERSION);
    }
}
