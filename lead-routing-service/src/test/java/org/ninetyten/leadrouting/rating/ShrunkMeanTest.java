package org.ninetyten.leadrouting.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShrunkMeanTest {

    @Test
    void withoutRatingsAPartnerIsLikeEverybody() {
        assertEquals(new ShrunkMean(0, 0, 400), ShrunkMean.of(0, 0, 5, 400));
    }

    @Test
    void oneFriendMakesNoFiveStars() {
        assertEquals(new ShrunkMean(1, 500, 417), ShrunkMean.of(1, 5, 5, 400));
    }

    @Test
    void withoutAPriorItIsThePlainMeanRoundedHalfUp() {
        assertEquals(new ShrunkMean(8, 313, 313), ShrunkMean.of(8, 25, 0, 400));
    }

    @Property
    void itLiesBetweenThePriorAndTheOwnMean(
            @ForAll @IntRange(min = 1, max = 10_000) int ratings,
            @ForAll @IntRange(min = 1, max = 5) int least,
            @ForAll @IntRange(min = 0, max = 4) int extra,
            @ForAll @IntRange(min = 0, max = 100) int priorCount,
            @ForAll @IntRange(min = 100, max = 500) int prior) {
        long sum = Math.min(5L * ratings, (long) least * ratings + (long) extra * ratings / 4);

        ShrunkMean mean = ShrunkMean.of(ratings, sum, priorCount, prior);

        assertTrue(mean.shrunkHundredths() >= Math.min(prior, mean.meanHundredths()));
        assertTrue(mean.shrunkHundredths() <= Math.max(prior, mean.meanHundredths()));
    }

    @Property
    void aBetterRatingNeverMakesItWorse(
            @ForAll @IntRange(min = 0, max = 1_000) int ratings,
            @ForAll @IntRange(min = 1, max = 4) int score,
            @ForAll @IntRange(min = 0, max = 100) int priorCount) {
        long sum = 3L * ratings;

        assertTrue(ShrunkMean.of(ratings + 1, sum + score + 1, priorCount, 400).shrunkHundredths()
                >= ShrunkMean.of(ratings + 1, sum + score, priorCount, 400).shrunkHundredths());
    }
}
