package org.ninetyten.partner.standing.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.TierPeriod;
import org.ninetyten.partner.standing.EvaluationRecord;
import org.ninetyten.partner.standing.TierQueries.TierPage;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.tier.TierEvaluation;
import org.ninetyten.partner.tier.TierThreshold;

/** A partner's tier page. */
@Schema(examples = """
        {"partnerId": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40", "current": "CERTIFIED",
         "history": [{"tier": "CERTIFIED", "effectiveFrom": "2026-12-20", "ruleSetVersion": 1, "reasons": [
           "CERTIFIED: 512 of 500 points, 3 of 3 certified people, 75 % of 60 % customer retention."]}],
         "lastEvaluation": {"evaluatedAt": "2026-12-20T12:00:00Z", "cause": "a deal was won", "ruleSetVersion": 1,
          "heldTier": "BUSINESS", "earnedTier": "CERTIFIED", "outcome": "UPGRADED",
          "inputs": {"points": 512, "certifiedPeople": 3, "retentionPercent": 75},
          "thresholds": [{"tier": "GOLD", "points": 2000, "certifiedPeople": 6, "retentionPercent": 70}],
          "gaps": [{"tier": "GOLD", "axis": "CERTIFIED_PEOPLE", "text": "3 certified people missing (3 of 6)"}]}}
        """)
public record TierResponse(UUID partnerId, Tier current, List<Period> history, Evaluation lastEvaluation) {

    /** A tier from a day on, up to and without another day. */
    public record Period(
            Tier tier,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            int ruleSetVersion,
            List<String> reasons) {

        static Period from(TierPeriod period) {
            return new Period(
                    period.tier(),
                    period.effectiveFrom(),
                    period.effectiveTo(),
                    period.ruleSetVersion(),
                    period.reasons());
        }
    }

    /** A look at the partner: what was measured, what each tier asks for, and what is missing. */
    public record Evaluation(
            Instant evaluatedAt,
            String cause,
            int ruleSetVersion,
            Tier heldTier,
            Tier earnedTier,
            TierEvaluation.Outcome outcome,
            @Nullable LocalDate downgradeNotBefore,
            Inputs inputs,
            List<TierThreshold> thresholds,
            List<TierEvaluation.Gap> gaps) {

        static Evaluation from(EvaluationRecord stored) {
            TierEvaluation evaluation = stored.evaluation();
            return new Evaluation(
                    stored.evaluatedAt(),
                    stored.cause(),
                    evaluation.ruleSetVersion(),
                    evaluation.heldTier(),
                    evaluation.earnedTier(),
                    evaluation.outcome(),
                    evaluation.downgradeNotBefore(),
                    new Inputs(
                            evaluation.inputs().points(),
                            evaluation.inputs().certifiedPeople(),
                            evaluation.inputs().retentionPercent()),
                    evaluation.thresholds(),
                    evaluation.gaps());
        }
    }

    /** What was measured; without a percentage retention is not measured yet. */
    public record Inputs(
            BigDecimal points,
            int certifiedPeople,
            @Nullable Integer retentionPercent) {}

    static TierResponse from(TierPage page) {
        return new TierResponse(
                page.partner().id(),
                page.partner().tier(),
                page.history().stream().map(Period::from).toList(),
                Evaluation.from(page.lastEvaluation()));
    }
}
