package org.ninetyten.billing.plan;

import java.time.LocalDate;
import java.util.List;

/** A plan that somebody would like: all of a version but its number. */
public record PlanDraft(
        String name, LocalDate validFrom, PlanTerms terms, List<SplitRule> rules, List<IncomePoint> suggestions) {

    public PlanDraft {
        rules = List.copyOf(rules);
        suggestions = List.copyOf(suggestions);
    }

    /** The draft as a version. */
    public SplitPlan as(int version) {
        return new SplitPlan(version, name, validFrom, terms, rules, suggestions);
    }
}
