package org.ninetyten.billing.plan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.Band;
import org.ninetyten.billing.plan.BandMode;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.PlanCheck;
import org.ninetyten.billing.plan.PlanDraft;
import org.ninetyten.billing.plan.PlanTerms;
import org.ninetyten.billing.plan.RuleCriteria;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.plan.SplitRule;
import org.ninetyten.billing.plan.WriteSplitPlan;
import org.ninetyten.messaging.http.ProblemException;

/** A version of the split plan as it is written. */
@Schema(examples = PlanExamples.REQUEST)
public record PlanRequest(
        @NotBlank @Size(max = 100) String name,

        @Schema(description = "The first invoice date that it is for; a day to come.") @NotNull
        LocalDate validFrom,

        @NotBlank @Size(max = 1000) String why,
        @NotNull @Valid Terms terms,

        @Schema(description = "Asked in this order; the first that fits a line counts.") @NotEmpty @Size(max = 500)
        List<@NotNull @Valid Rule> rules,

        @Schema(description = "The services to suggest to a deal short of services, best first.")
        @NotNull
        @Size(max = 11)
        List<@NotNull IncomePoint> suggestions) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** The numbers beside the rules; see the plan's documentation. */
    public record Terms(
            @Schema(description = "Of the limits of bands and caps.", examples = "EUR") @NotNull @Size(max = 3)
            String currency,

            @NotNull @Min(1) @Max(10_000) Integer licenceLimitBasisPoints,
            @NotNull @Min(0) @Max(11) Integer suggestionLimit,
            @NotNull @Min(0) @Max(365) Integer holdDays,
            @NotNull @Min(0) @Max(120) Integer clawBackMonths,
            @NotNull @Min(0) @Max(10_000) Integer recoveryLimitBasisPoints,
            @NotNull @Min(1) @Max(365) Integer fraudHoldDays,
            @NotNull @Min(0) @Max(1_000_000) Integer servicesAlarmBasisPoints,
            @NotNull @Min(0) @Max(366) Integer rateMaxAgeDays,
            @NotNull @Min(1) @Max(120) Integer secondServiceMonths) {

        PlanTerms terms() {
            return new PlanTerms(
                    known(currency),
                    licenceLimitBasisPoints,
                    suggestionLimit,
                    holdDays,
                    clawBackMonths,
                    recoveryLimitBasisPoints,
                    fraudHoldDays,
                    servicesAlarmBasisPoints,
                    rateMaxAgeDays,
                    secondServiceMonths);
        }

        private static Currency known(String code) {
            try {
                Currency known = Currency.getInstance(code);
                if (known.getDefaultFractionDigits() >= 0) {
                    return known;
                }
            } catch (IllegalArgumentException e) {
                // Falls through to the same refusal.
            }
            throw ProblemException.invalid(
                    "terms.currency", "is not a currency of ISO 4217 that can be owed, such as EUR");
        }
    }

    /** A rule; it doesn't ask for what is absent. */
    public record Rule(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}")
            String code,

            IncomePoint.@Nullable Kind kind,
            @Nullable IncomePoint incomePoint,
            @Nullable Tier tier,

            @Schema(examples = "CIS") @Pattern(regexp = "[A-Z][A-Z_]{1,39}") @Nullable
            String region,

            @Nullable Sale sale,
            @Nullable Party performer,
            @Nullable Party billedBy,

            @Schema(description = "One share for any amount; or bands.", examples = "4000")
            @Min(0)
            @Max(10_000)
            @Nullable
            Integer partnerBasisPoints,

            @Schema(description = "What the shares of the bands are of; needed with bands.") @Nullable
            BandMode bandMode,

            @Schema(
                    description =
                            "From 0 upwards without a gap; from inclusive, to exclusive; the last one has no end.")
            @Size(max = 50)
            @Nullable
            List<@NotNull @Valid BandRequest> bands,

            @Schema(description = "Kept back from the partner when the vendor collects from the customer.")
            @Min(0)
            @Max(1000)
            @Nullable
            Integer platformFeeBasisPoints,

            @Size(max = 8) @Nullable List<@NotNull @Valid CapRequest> caps) {}

    public record BandRequest(
            @NotNull @Min(0) @Max(1_000_000_000_000_000L) Long fromMinor,
            @Min(1) @Max(1_000_000_000_000_000L) @Nullable Long toMinor,
            @NotNull @Min(0) @Max(10_000) Integer partnerBasisPoints) {}

    public record CapRequest(
            @NotNull Cap.Scope scope,
            @NotNull Cap.Period period,
            @NotNull @Min(1) @Max(1_000_000_000_000_000L) Long limitMinor) {}

    /** The draft; refused with every field that is wrong. */
    PlanDraft draft() {
        if (validFrom.getYear() < FIRST_YEAR || validFrom.getYear() > LAST_YEAR) {
            throw ProblemException.invalid("validFrom", "is not a day of this millennium");
        }
        return draft(name, validFrom, terms, rules, suggestions);
    }

    /** A draft of parts of a request; refused with every field that is wrong. */
    public static PlanDraft draft(
            String name, LocalDate validFrom, Terms terms, List<Rule> rules, List<IncomePoint> suggestions) {
        List<PlanCheck.Finding> findings = new ArrayList<>();
        List<SplitRule> built = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            SplitRule rule = rule("rules[" + i + "]", rules.get(i), findings);
            if (rule != null) {
                built.add(rule);
            }
        }
        // Only rules that are whole can be looked at together.
        WriteSplitPlan.mustPass(findings);
        WriteSplitPlan.mustPass(PlanCheck.rules(built, suggestions));
        return new PlanDraft(name, validFrom, terms.terms(), built, suggestions);
    }

    private static @Nullable SplitRule rule(String field, Rule rule, List<PlanCheck.Finding> findings) {
        int before = findings.size();
        List<BandRequest> asked = rule.bands();
        if ((rule.partnerBasisPoints() == null) == (asked == null)) {
            findings.add(new PlanCheck.Finding(field, "has either partnerBasisPoints or bands"));
            return null;
        }
        if ((asked == null) != (rule.bandMode() == null)) {
            findings.add(new PlanCheck.Finding(field + ".bandMode", "goes together with bands"));
        }
        List<Band> bands = new ArrayList<>();
        if (asked == null) {
            bands.add(new Band(0, null, Objects.requireNonNull(rule.partnerBasisPoints())));
        } else {
            for (int i = 0; i < asked.size(); i++) {
                BandRequest band = asked.get(i);
                if (band.toMinor() != null && band.toMinor() <= band.fromMinor()) {
                    findings.add(new PlanCheck.Finding(
                            field + ".bands[" + i + "].toMinor", "is not above " + band.fromMinor()));
                } else {
                    bands.add(new Band(band.fromMinor(), band.toMinor(), band.partnerBasisPoints()));
                }
            }
            if (bands.size() == asked.size()) {
                findings.addAll(PlanCheck.bands(field + ".bands", bands));
            }
        }
        int fee = Objects.requireNonNullElse(rule.platformFeeBasisPoints(), 0);
        if (bands.stream().anyMatch(band -> band.partnerBasisPoints() < fee)) {
            findings.add(new PlanCheck.Finding(field + ".platformFeeBasisPoints", "is more than the partner's share"));
        }
        if (findings.size() > before) {
            return null;
        }
        return new SplitRule(
                rule.code(),
                new RuleCriteria(
                        rule.kind(),
                        rule.incomePoint(),
                        rule.tier(),
                        rule.region(),
                        rule.sale(),
                        rule.performer(),
                        rule.billedBy()),
                Objects.requireNonNullElse(rule.bandMode(), BandMode.WHOLE),
                bands,
                fee,
                Objects.requireNonNullElse(rule.caps(), List.<CapRequest>of()).stream()
                        .map(cap -> new Cap(cap.scope(), cap.period(), cap.limitMinor()))
                        .toList());
    }
}
