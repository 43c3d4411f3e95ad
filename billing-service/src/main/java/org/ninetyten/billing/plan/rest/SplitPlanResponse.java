package org.ninetyten.billing.plan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.Band;
import org.ninetyten.billing.plan.BandMode;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.PlanTerms;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.plan.SplitRule;

/** A version of the split plan with its rules. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SplitPlanResponse(
        @Schema(examples = "1") int version,
        String name,
        LocalDate validFrom,

        @Schema(description = "The largest share of a bill that may be licence.", examples = "1000")
        int licenceLimitBasisPoints,

        PlanTerms terms,

        @Schema(description = "Asked in this order; the first that fits a line counts.")
        List<Rule> rules,

        List<IncomePoint> suggestions,
        @Nullable String why,
        @Nullable String createdBy,
        @Nullable Instant createdAt,

        @Schema(description = "Present when it was taken back before it became valid.") @Nullable
        Instant withdrawnAt,

        @Nullable String withdrawnWhy) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            @Schema(examples = "licence-business") String code,

            @Schema(description = "Absent: for the licence and for services.")
            IncomePoint.@Nullable Kind kind,

            @Nullable IncomePoint incomePoint,

            @Schema(description = "Absent: for every tier.") @Nullable
            Tier tier,

            @Schema(description = "Absent: for every region.") @Nullable
            String region,

            @Nullable Sale sale,

            @Schema(description = "Absent: whoever performs the work.") @Nullable
            Party performer,

            @Nullable Party billedBy,

            @Schema(description = "The share of any amount; absent when there are bands.", examples = "4000") @Nullable
            Integer partnerBasisPoints,

            @Nullable BandMode bandMode,
            @Nullable List<Band> bands,

            @Schema(
                    description = "Kept back from the partner when the vendor collects from the customer.",
                    examples = "0")
            int platformFeeBasisPoints,

            List<Cap> caps) {

        static Rule from(SplitRule rule) {
            return new Rule(
                    rule.code(),
                    rule.criteria().kind(),
                    rule.criteria().incomePoint(),
                    rule.criteria().tier(),
                    rule.criteria().region(),
                    rule.criteria().sale(),
                    rule.criteria().performer(),
                    rule.criteria().billedBy(),
                    rule.hasOneShare() ? rule.bands().getFirst().partnerBasisPoints() : null,
                    rule.hasOneShare() ? null : rule.mode(),
                    rule.hasOneShare() ? null : rule.bands(),
                    rule.platformFeeBasisPoints(),
                    rule.caps());
        }
    }

    static SplitPlanResponse from(SplitPlan plan, SplitPlans.@Nullable History history) {
        return new SplitPlanResponse(
                plan.version(),
                plan.name(),
                plan.validFrom(),
                plan.terms().licenceLimitBasisPoints(),
                plan.terms(),
                plan.rules().stream().map(Rule::from).toList(),
                plan.suggestions(),
                history == null ? null : history.why(),
                history == null ? null : history.createdBy(),
                history == null ? null : history.createdAt(),
                history == null ? null : history.withdrawnAt(),
                history == null ? null : history.withdrawnWhy());
    }

    /** Without what is only the vendor's to know: who decided it, and why. */
    SplitPlanResponse forPartners() {
        return new SplitPlanResponse(
                version,
                name,
                validFrom,
                licenceLimitBasisPoints,
                terms,
                rules,
                suggestions,
                null,
                null,
                null,
                withdrawnAt,
                null);
    }
}
