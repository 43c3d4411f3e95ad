package org.ninetyten.billing.plan;

import java.time.LocalDate;
import java.util.List;
import org.ninetyten.billing.partner.Tier;

/**
 * One version of the rules by which money is split.
 *
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

    /** The one rule for a line. A plan with none or two is broken, and nothing is split by it. */
    public SplitRule ruleFor(IncomePoint incomePoint, Party performer, Tier tier) {
        List<SplitRule> applying = rules.stream()
                .filter(rule -> rule.appliesTo(incomePoint, performer, tier))
                .toList();
        if (applying.size() != 1) {
            throw new IllegalStateException("Split plan %d has %d rules for %s performed by %s in tier %s"
                    .formatted(version, applying.size(), incomePoint, performer, tier));
        }
        return applying.getFirst();
    }
}
