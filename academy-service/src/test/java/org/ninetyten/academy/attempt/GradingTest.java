package org.ninetyten.academy.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.attempt.Grading.Score;

class GradingTest {

    private static final UUID QUESTION = new UUID(0, 1);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID C = new UUID(1, 3);

    @Test
    void aMultipleChoiceCountsOnlyWhenChosenExactly() {
        Map<UUID, Set<UUID>> key = Map.of(QUESTION, Set.of(A, B));
        assertEquals(1, Grading.grade(key, Map.of(QUESTION, Set.of(B, A))).correct());
        assertEquals(0, Grading.grade(key, Map.of(QUESTION, Set.of(A))).correct(), "too few");
        assertEquals(0, Grading.grade(key, Map.of(QUESTION, Set.of(A, B, C))).correct(), "too many");
        assertEquals(0, Grading.grade(key, Map.of(QUESTION, Set.of(A, C))).correct(), "one wrong");
    }

    @Test
    void aQuestionWithoutAnAnswerIsWrong() {
        assertEquals(new Score(0, 1), Grading.grade(Map.of(QUESTION, Set.of(A)), Map.of()));
    }

    @Test
    void threeOfFourReachSeventyFivePercentAndTwoOfThreeDoNot() {
        assertTrue(new Score(3, 4).reaches(75));
        assertFalse(new Score(2, 3).reaches(75));
        assertEquals(66, new Score(2, 3).percent());
    }

    @Test
    void aScoreIsPartOfTheWhole() {
        assertThrows(IllegalArgumentException.class, () -> new Score(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Score(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Score(-1, 1));
    }

    @Property
    void thePercentageStaysInBoundsAndDecidesAsTheExactShareDoes(
            @ForAll @IntRange(min = 1, max = 200) int asked,
            @ForAll @IntRange(min = 0, max = 200) int right,
            @ForAll @IntRange(min = 1, max = 100) int passPercent) {
        Score score = new Score(Math.min(right, asked), asked);
        assertTrue(score.percent() >= 0 && score.percent() <= 100);
        assertEquals(score.percent() == 100, score.correct() == asked);
        assertEquals(score.percent() >= passPercent, score.reaches(passPercent));
    }

    @Property
    void oneMoreRightAnswerIsNeverWorse(
            @ForAll @IntRange(min = 2, max = 50) int asked, @ForAll @IntRange(min = 0, max = 48) int right) {
        int fewer = Math.min(right, asked - 1);
        Score less = answered(asked, fewer);
        Score more = answered(asked, fewer + 1);
        assertEquals(fewer, less.correct());
        assertTrue(more.percent() >= less.percent());
        assertTrue(!less.reaches(75) || more.reaches(75));
    }

    private static Score answered(int asked, int right) {
        Map<UUID, Set<UUID>> key = new HashMap<>();
        Map<UUID, Set<UUID>> answers = new HashMap<>();
        for (int i = 0; i < asked; i++) {
            UUID question = new UUID(2, i);
            key.put(question, Set.of(A));
            answers.put(question, Set.of(i < right ? A : B));
        }
        return Grading.grade(key, answers);
    }
}
