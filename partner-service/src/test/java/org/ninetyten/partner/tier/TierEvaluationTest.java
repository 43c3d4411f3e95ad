package org.ninetyten.partner.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninetyten.partner.tier.TierEvaluation.Axis;
import org.ninetyten.partner.tier.TierEvaluation.Gap;
import org.ninetyten.partner.tier.TierEvaluation.Outcome;
import org.ninetyten.partner.vocabulary.Region;

class TierEvaluationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final TierRuleSet RULES = new TierRuleSet(
            1,
            LocalDate.of(2000, 1, 1),
            true,
            365,
            new PointRates(100, 5, 3, 1, 2, Set.of(Region.AFRICA, Region.SOUTH_AMERICA)),
            List.of(
                    new TierThreshold(Tier.PLATINUM, 6000, 12, 80),
                    new TierThreshold(Tier.GOLD, 2000, 6, 70),
                    new TierThreshold(Tier.CERTIFIED, 500, 3, 60),
                    new TierThreshold(Tier.BUSINESS, 0, 0, null)));

    @Test
    void aNewPartnerIsBusinessAndReadsWhatIsMissing() {
        TierEvaluation evaluation = evaluate(Tier.BUSINESS, "0", 0, null);
        assertEquals(Outcome.KEPT, evaluation.outcome());
        assertEquals(Tier.BUSINESS, evaluation.earnedTier());
        assertEquals(
                List.of(
                        new Gap(Tier.CERTIFIED, Axis.POINTS, "500 points missing (0 of 500)"),
                        new Gap(Tier.CERTIFIED, Axis.CERTIFIED_PEOPLE, "3 certified people missing (0 of 3)"),
                        new Gap(
                                Tier.CERTIFIED,
                                Axis.RETENTION,
                                "customer retention is not yet measured (60 % needed)")),
                evaluation.gaps().subList(0, 3));
    }

    @Test
    void whoMeetsAllThresholdsOfATierIsUpgradedTheSameDay() {
        TierEvaluation evaluation = evaluate(Tier.BUSINESS, "500", 3, 60);
        assertEquals(Outcome.UPGRADED, evaluation.outcome());
        assertEquals(Tier.CERTIFIED, evaluation.earnedTier());
        assertEquals(TODAY, evaluation.evaluatedOn());
        assertEquals(
                List.of("500 of 500 points", "3 of 3 certified people", "60 % of 60 % customer retention"),
                evaluation.reasons());
    }

    @Test
    void aPartnerMaySkipATier() {
        assertEquals(Tier.PLATINUM, evaluate(Tier.BUSINESS, "6000", 12, 80).earnedTier());
    }

    @Test
    void oneMissingPersonIsOneMissingPerson() {
        assertEquals(
                List.of(new Gap(Tier.CERTIFIED, Axis.CERTIFIED_PEOPLE, "1 certified person missing (2 of 3)")),
                gaps(evaluate(Tier.BUSINESS, "700", 2, 90), Tier.CERTIFIED));
    }

    @Test
    void halfAPointMissingIsAPointMissing() {
        assertEquals(
                List.of(new Gap(Tier.CERTIFIED, Axis.POINTS, "1 points missing (499 of 500)")),
                gaps(evaluate(Tier.BUSINESS, "499.5", 3, 60), Tier.CERTIFIED));
    }

    @Test
    void retentionThatIsNotMeasuredBlocksATierThatAsksForIt() {
        TierEvaluation evaluation = evaluate(Tier.BUSINESS, "9000", 20, null);
        assertEquals(Tier.BUSINESS, evaluation.earnedTier());
        assertEquals(
                List.of(new Gap(Tier.PLATINUM, Axis.RETENTION, "customer retention is not yet measured (80 % needed)")),
                gaps(evaluation, Tier.PLATINUM));
    }

    @Test
    void noAxisMayBeAtZeroEvenWhereTheThresholdIsZero() {
        TierRuleSet lenient = new TierRuleSet(
                2,
                LocalDate.of(2027, 1, 1),
                true,
                365,
                RULES.rates(),
                List.of(
                        new TierThreshold(Tier.BUSINESS, 0, 0, null),
                        new TierThreshold(Tier.CERTIFIED, 0, 0, null),
                        new TierThreshold(Tier.GOLD, 2000, 6, 70),
                        new TierThreshold(Tier.PLATINUM, 6000, 12, 80)));
        TierEvaluation evaluation =
                TierEvaluation.of(lenient, Tier.BUSINESS, new TierInputs(BigDecimal.ZERO, 0, 0), TODAY);
        assertEquals(Tier.BUSINESS, evaluation.earnedTier());
        assertEquals(
                List.of(
                        "no points yet, and no axis may be at zero",
                        "no certified person yet, and no axis may be at zero",
                        "customer retention is 0 %, and no axis may be at zero"),
                gaps(evaluation, Tier.CERTIFIED).stream().map(Gap::text).toList());
    }

    @Test
    void nobodyMovesDownAtOnceButAfterAWarnedQuarterOfGrace() {
        TierEvaluation evaluation = evaluate(Tier.GOLD, "2500", 2, 75);
        assertEquals(Outcome.DOWNGRADE_DUE, evaluation.outcome());
        assertEquals(Tier.GOLD, evaluation.heldTier());
        assertEquals(Tier.BUSINESS, evaluation.earnedTier());
        // Warned in the fourth quarter, grace in the first, down on the day after it.
        assertEquals(LocalDate.of(2027, 4, 1), evaluation.downgradeNotBefore());
    }

    @Test
    void whoKeepsATierIsNotWarned() {
        assertNull(evaluate(Tier.CERTIFIED, "600", 3, 65).downgradeNotBefore());
    }

    @Test
    void pointsDependOnWhoFoundTheCustomerAndOnTheRegion() {
        PointRates rates = RULES.rates();
        Currency euro = Currency.getInstance("EUR");
        assertPoints("5", rates.pointsFor(Attribution.SOURCED, 100_00, euro, Region.EUROPE));
        assertPoints("3", rates.pointsFor(Attribution.ASSISTED, 100_00, euro, Region.EUROPE));
        assertPoints("1", rates.pointsFor(Attribution.MANAGED, 100_00, euro, Region.EUROPE));
        assertPoints("2", rates.pointsFor(Attribution.MANAGED, 100_00, euro, Region.AFRICA));
        assertPoints("0.0001", rates.pointsFor(Attribution.MANAGED, 1, euro, Region.EUROPE));
    }

    @Test
    void pointsCountCurrencyUnitsWhateverTheMinorUnit() {
        PointRates rates = RULES.rates();
        assertPoints("1", rates.pointsFor(Attribution.MANAGED, 100, Currency.getInstance("JPY"), Region.OCEANIA));
        assertPoints("1", rates.pointsFor(Attribution.MANAGED, 100_000, Currency.getInstance("KWD"), Region.EUROPE));
    }

    @Test
    void aRuleSetHasOneThresholdForEachTier() {
        List<TierThreshold> incomplete = RULES.thresholds().subList(0, 3);
        LocalDate from = RULES.validFrom();
        PointRates rates = RULES.rates();
        assertThrows(IllegalArgumentException.class, () -> new TierRuleSet(2, from, true, 365, rates, incomplete));
    }

    private static void assertPoints(String expected, BigDecimal points) {
        assertTrue(new BigDecimal(expected).compareTo(points) == 0, () -> points + " instead of " + expected);
    }

    private static List<Gap> gaps(TierEvaluation evaluation, Tier tier) {
        return evaluation.gaps().stream().filter(gap -> gap.tier() == tier).toList();
    }

    private static TierEvaluation evaluate(Tier held, String points, int people, Integer retention) {
        return TierEvaluation.of(RULES, held, new TierInputs(new BigDecimal(points), people, retention), TODAY);
    }
}
