package org.ninetyten.billing.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of the rules by which money is split.
 *
 * @param rules in the order in which they are asked
 * @param suggestions the services to suggest to a deal short of services, best first
 */
public record SplitPlan(
        int version,
        String name,
        LocalDate validFrom,
        PlanTerms terms,
        List<SplitRule> rules,
        List<IncomePoint> suggestions) {

    public SplitPlan {
        rules = List.copyOf(rules);
        suggestions = List.copyOf(suggestions);
    }

    /** The rule for a line: the first that fits. A plan with none is broken, and nothing is split by it. */
    public SplitRule ruleFor(SaleLine line) {
        return rules.stream()
                .filter(rule -> rule.criteria().fit(line))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Split plan %d has no rule for %s".formatted(version, line)));
    }
}
