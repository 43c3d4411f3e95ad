package org.ninetyten.partner.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.ninetyten.partner.vocabulary.Region;

class TierEvaluationPropertiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Property
    void moreOfEverythingNeverEarnsALowerTier(
            @ForAll @IntRange(max = 8000) int points,
            @ForAll @IntRange(max = 15) int people,
            @ForAll @IntRange(max = 100) int retention,
            @ForAll @IntRange(max = 1000) int morePoints,
            @ForAll @IntRange(max = 3) int morePeople) {
        Tier before = evaluate(Tier.BUSINESS, points, people, retention).earnedTier();
        Tier after = evaluate(Tier.BUSINESS, points + morePoints, people + morePeople, retention)
                .earnedTier();
        assertFalse(before.isAbove(after));
    }

    @Property
    void everyTierAboveTheEarnedOneHasAGapAndNoOtherHas(
            @ForAll Tier held,
            @ForAll @IntRange(max = 8000) int points,
            @ForAll @IntRange(max = 15) int people,
            @ForAll @IntRange(max = 100) int retention) {
        TierEvaluation evaluation = evaluate(held, points, people, retention);
        for (Tier tier : Tier.values()) {
            boolean hasGap = evaluation.gaps().stream().anyMatch(gap -> gap.tier() == tier);
            assertEquals(tier.isAbove(evaluation.earnedTier()), hasGap, tier::toString);
        }
    }

    @Property
    void theEarliestDowngradeIsMoreThanAQuarterAwayAndBeginsAQuarter(@ForAll @IntRange(max = 2000) int days) {
        LocalDate day = TODAY.plusDays(days);
        LocalDate earliest = TierEvaluation.of(
                        TierEvaluationTest.RULES, Tier.PLATINUM, new TierInputs(BigDecimal.ZERO, 0, 0), day)
                .downgradeNotBefore();
        assertTrue(earliest.isAfter(day.plusMonths(3).minusDays(1)));
        assertFalse(earliest.isAfter(day.plusMonths(6)));
        assertEquals(1, earliest.getDayOfMonth());
        assertEquals(0, (earliest.getMonthValue() - 1) % 3);
    }

    @Property
    void pointsAddUpHoweverRevenueIsCut(
            @ForAll @LongRange(max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(max = 1_000_000_000_000L) long other,
            @ForAll Attribution attribution,
            @ForAll Region region) {
        PointRates rates = TierEvaluationTest.RULES.rates();
        Currency dinar = Currency.getInstance("KWD");
        assertEquals(
                rates.pointsFor(attribution, one + other, dinar, region),
                rates.pointsFor(attribution, one, dinar, region)
                        .add(rates.pointsFor(attribution, other, dinar, region)));
    }

    private static TierEvaluation evaluate(Tier held, int points, int people, int retention) {
        return TierEvaluation.of(
                TierEvaluationTest.RULES, held, new TierInputs(BigDecimal.valueOf(points), people, retention), TODAY);
    }
}
