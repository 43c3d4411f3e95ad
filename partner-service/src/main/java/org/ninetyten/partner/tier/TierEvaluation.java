package org.ninetyten.partner.tier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one look at a partner, with all that it was decided on.
 *
 * <p>A partner moves up on the day it meets the thresholds. It never moves down at once: only at the end of a quarter,
 * after one whole quarter of grace in which it was warned.
 *
 * @param ruleSetVersion the rules that decided
 * @param evaluatedOn the day
 * @param heldTier the tier before
 * @param earnedTier the highest tier whose thresholds are all met
 * @param outcome what follows
 * @param downgradeNotBefore the first day on which a downgrade may take effect; only when one is due
 * @param inputs what was measured
 * @param thresholds what each tier asks for
 * @param gaps what is missing for each tier above the earned one
 */
public record TierEvaluation(
        int ruleSetVersion,
        LocalDate evaluatedOn,
        Tier heldTier,
        Tier earnedTier,
        Outcome outcome,
        @Nullable LocalDate downgradeNotBefore,
        TierInputs inputs,
        List<TierThreshold> thresholds,
        List<Gap> gaps) {

    /** What follows from an evaluation. */
    public enum Outcome {
        KEPT,
        UPGRADED,
        DOWNGRADE_DUE
    }

    /** What is measured. */
    public enum Axis {
        POINTS,
        CERTIFIED_PEOPLE,
        RETENTION
    }

    /** What is missing on one axis for one tier, in words. */
    public record Gap(Tier tier, Axis axis, String text) {}

    /** Evaluates a partner that holds a tier on a day. */
    public static TierEvaluation of(TierRuleSet rules, Tier held, TierInputs inputs, LocalDate today) {
        Tier earned = Tier.BUSINESS;
        List<Gap> gaps = new ArrayList<>();
        for (TierThreshold threshold : rules.thresholds()) {
            List<Gap> missing = gapsTo(threshold, inputs, rules.noAxisAtZero());
            if (missing.isEmpty()) {
                earned = threshold.tier();
            }
            gaps.addAll(missing);
        }
        Tier reached = earned;
        gaps.removeIf(gap -> !gap.tier().isAbove(reached));
        Outcome outcome =
                earned.isAbove(held) ? Outcome.UPGRADED : held.isAbove(earned) ? Outcome.DOWNGRADE_DUE : Outcome.KEPT;
        return new TierEvaluation(
                rules.version(),
                today,
                held,
                earned,
                outcome,
                outcome == Outcome.DOWNGRADE_DUE ? dayAfterTheGraceQuarter(today) : null,
                inputs,
                rules.thresholds(),
                List.copyOf(gaps));
    }

    /** Why the partner now has the earned tier, in words. */
    public List<String> reasons() {
        TierThreshold met = thresholds.stream()
                .filter(threshold -> threshold.tier() == earnedTier)
                .findFirst()
                .orElseThrow();
        List<String> reasons = new ArrayList<>();
        reasons.add("%s of %d points".formatted(plain(inputs.points()), met.points()));
        reasons.add("%d of %d certified people".formatted(inputs.certifiedPeople(), met.certifiedPeople()));
        if (met.retentionPercent() != null) {
            reasons.add(
                    "%d %% of %d %% customer retention".formatted(inputs.retentionPercent(), met.retentionPercent()));
        }
        return List.copyOf(reasons);
    }

    private static List<Gap> gapsTo(TierThreshold wanted, TierInputs inputs, boolean noAxisAtZero) {
        List<Gap> gaps = new ArrayList<>();
        Tier tier = wanted.tier();
        // The lowest tier is where everybody starts: it asks for nothing.
        boolean zeroBlocks = noAxisAtZero && tier != Tier.BUSINESS;
        BigDecimal missingPoints = BigDecimal.valueOf(wanted.points()).subtract(inputs.points());
        if (missingPoints.signum() > 0) {
            gaps.add(new Gap(
                    tier,
                    Axis.POINTS,
                    "%s points missing (%s of %d)"
                            .formatted(
                                    missingPoints.setScale(0, RoundingMode.CEILING),
                                    plain(inputs.points()),
                                    wanted.points())));
        } else if (zeroBlocks && inputs.points().signum() <= 0) {
            gaps.add(new Gap(tier, Axis.POINTS, "no points yet, and no axis may be at zero"));
        }
        int missingPeople = wanted.certifiedPeople() - inputs.certifiedPeople();
        if (missingPeople > 0) {
            gaps.add(new Gap(
                    tier,
                    Axis.CERTIFIED_PEOPLE,
                    "%d certified %s missing (%d of %d)"
                            .formatted(
                                    missingPeople,
                                    missingPeople == 1 ? "person" : "people",
                                    inputs.certifiedPeople(),
                                    wanted.certifiedPeople())));
        } else if (zeroBlocks && inputs.certifiedPeople() == 0) {
            gaps.add(new Gap(tier, Axis.CERTIFIED_PEOPLE, "no certified person yet, and no axis may be at zero"));
        }
        retentionGap(wanted, inputs.retentionPercent(), zeroBlocks).ifPresent(gaps::add);
        return gaps;
    }

    private static java.util.Optional<Gap> retentionGap(
            TierThreshold wanted, @Nullable Integer measured, boolean zeroBlocks) {
        Integer percent = wanted.retentionPercent();
        String text = null;
        if (measured == null) {
            // Not measured is not zero, but it proves nothing either: it blocks only a tier that asks for retention.
            text = percent == null ? null : "customer retention is not yet measured (%d %% needed)".formatted(percent);
        } else if (percent != null && measured < percent) {
            text = "customer retention is %d %% (%d %% needed)".formatted(measured, percent);
        } else if (zeroBlocks && measured == 0) {
            text = "customer retention is 0 %, and no axis may be at zero";
        }
        return java.util.Optional.ofNullable(text).map(words -> new Gap(wanted.tier(), Axis.RETENTION, words));
    }

    /** The partner is warned in this quarter, has the whole next one to recover, and moves when that one is over. */
    private static LocalDate dayAfterTheGraceQuarter(LocalDate today) {
        return today.with(IsoFields.DAY_OF_QUARTER, 1).plus(2, IsoFields.QUARTER_YEARS);
    }

    private static String plain(BigDecimal points) {
        return points.setScale(0, RoundingMode.FLOOR).toPlainString();
    }
}
