package org.ninetyten.billing.plan.rest;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;

/** A version of the split plan with its rules. */
record SplitPlanResponse(
        @Schema(examples = "1") int version,
        String name,
        LocalDate validFrom,

        @Schema(description = "The largest share of a bill that may be licence.", examples = "1000")
        int licenceLimitBasisPoints,

        List<Rule> rules,
        List<IncomePoint> suggestions) {

    record Rule(
            @Schema(examples = "licence-business") String code,
            IncomePoint.Kind kind,

            @Schema(description = "Absent: for every tier.") @Nullable
            Tier tier,

            @Schema(description = "Absent: whoever performs the work.") @Nullable
            Party performer,

            @Schema(examples = "4000") int partnerBasisPoints,

            @Schema(
                    description = "Kept back from the partner when the vendor collects from the customer.",
                    examples = "0")
            int platformFeeBasisPoints) {

        static Rule from(SplitRule rule) {
            return new Rule(
                    rule.code(),
                    rule.kind(),
                    rule.tier(),
                    rule.performer(),
                    rule.partnerBasisPoints(),
                    rule.platformFeeBasisPoints());
        }
    }

    static SplitPlanResponse from(SplitPlan plan) {
        return new SplitPlanResponse(
                plan.version(),
                plan.name(),
                plan.validFrom(),
                plan.terms().licenceLimitBasisPoints(),
                plan.rules().stream().map(Rule::from).toList(),
                plan.suggestions());
    }
}
