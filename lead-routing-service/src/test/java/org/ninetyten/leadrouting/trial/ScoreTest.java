package org.ninetyten.leadrouting.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final List<SignalType> TYPES = List.of(SignalType.values());

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final QualificationPolicy.Rules RULES = new QualificationPolicy.Rules(
            100,
            90,
            400,
            300,
            Map.of(
                    SignalType.INVITED_USERS,
                    new QualificationPolicy.Weight(40, 10, 30, 60),
                    SignalType.FEATURE_LIMIT_REACHED,
                    new QualificationPolicy.Weight(30, 1, 14, 60),
                    SignalType.ACTIVE_DAYS,
                    new QualificationPolicy.Weight(0, 1, 14, 50)));

    @Test
    void tenInvitedUsersAreWorthAllPointsAndFiveAreWorthHalf() {
        assertEquals(40 * Score.POINT, score(invited(10, Duration.ZERO)).micros());
        assertEquals(20 * Score.POINT, score(invited(5, Duration.ZERO)).micros());
    }

    @Test
    void moreThanSaturatesIsWorthNoMore() {
        assertEquals(
                40 * Score.POINT,
                score(invited(1_000_000_000_000L, Duration.ZERO)).micros());
    }

    @Test
    void afterItsHalfLifeASignalIsWorthHalfAndAfterTwoAQuarter() {
        assertEquals(20 * Score.POINT, score(invited(10, Duration.ofDays(30))).micros());
        assertEquals(10 * Score.POINT, score(invited(10, Duration.ofDays(60))).micros());
    }

    @Test
    void aSignalThatTheProductsClockPutsAheadIsWorthNoMoreThanAFreshOne() {
        assertEquals(
                40 * Score.POINT, score(invited(10, Duration.ofMinutes(-5))).micros());
    }

    @Test
    void allSignalsOfATypeTogetherAreWorthNoMoreThanItsMost() {
        Score score = score(
                new UsageSignal("a", SignalType.INVITED_USERS, 10, NOW),
                new UsageSignal("b", SignalType.INVITED_USERS, 8, NOW),
                new UsageSignal("c", SignalType.INVITED_USERS, 6, NOW));

        assertEquals(60 * Score.POINT, score.micros());
        assertEquals(
                List.of("a", "b"),
                score.parts().stream().map(part -> part.signal().id()).toList());
        assertEquals(20 * Score.POINT, score.parts().getLast().micros());
    }

    @Test
    void whatIsOlderThanTheWindowCountsNothing() {
        assertEquals(0, score(invited(10, Duration.ofDays(90))).micros());
        assertTrue(score(invited(10, Duration.ofDays(90).minusSeconds(1))).micros() > 0);
    }

    @Test
    void typesWithoutAWeightOrWithoutPointsCountNothing() {
        assertEquals(
                new Score(0, List.of()),
                score(
                        new UsageSignal("a", SignalType.PRICING_VIEWED, 5, NOW),
                        new UsageSignal("b", SignalType.ACTIVE_DAYS, 5, NOW),
                        new UsageSignal("c", SignalType.INVITED_USERS, 0, NOW)));
    }

    @Test
    void theThresholdIsReachedAtItsPointsExactly() {
        assertTrue(new Score(100 * Score.POINT, List.of()).reaches(100));
        assertFalse(new Score(100 * Score.POINT - 1, List.of()).reaches(100));
    }

    @Property
    void theOrderOfSignalsChangesNothing(
            @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 20) Long> values, @ForAll long seed) {
        List<UsageSignal> signals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            signals.add(new UsageSignal(
                    "s" + i, TYPES.get(i % TYPES.size()), values.get(i), NOW.minus(Duration.ofHours(i * 37L))));
        }
        Score expected = Score.of(signals, RULES, NOW);
        Collections.shuffle(signals, new Random(seed));

        assertEquals(expected, Score.of(signals, RULES, NOW));
        assertEquals(
                expected.micros(),
                expected.parts().stream().mapToLong(Score.Part::micros).sum());
    }

    @Property
    void theShareThatIsLeftIsExactToAMillionthAndNeverGrows(
            @ForAll @LongRange(min = 0, max = 63_072_000) long seconds,
            @ForAll @IntRange(min = 1, max = 3650) int days) {
        long share = Decay.share(Duration.ofSeconds(seconds), days);

        double exact = Math.pow(2, -seconds / (double) Duration.ofDays(days).toSeconds());
        assertEquals(exact, (double) share / Decay.WHOLE, 1e-6);
        assertTrue(Decay.share(Duration.ofSeconds(seconds + 1), days) <= share);
    }

    private static Score score(UsageSignal... signals) {
        return Score.of(List.of(signals), RULES, NOW);
    }

    private static UsageSignal invited(long users, Duration age) {
        return new UsageSignal("one", SignalType.INVITED_USERS, users, NOW.minus(age));
    }
}
