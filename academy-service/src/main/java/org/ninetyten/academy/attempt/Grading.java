package org.ninetyten.academy.attempt;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Grades answers: a question counts when exactly its correct options are chosen, and counts nothing otherwise. */
public final class Grading {

    private static final int WHOLE = 100;

    private Grading() {}

    /**
     * Grades an attempt.
     *
     * @param key the correct options of each question that was asked
     * @param answers the chosen options; a question without an answer is wrong
     */
    public static Score grade(Map<UUID, Set<UUID>> key, Map<UUID, Set<UUID>> answers) {
        int correct = 0;
        for (Map.Entry<UUID, Set<UUID>> question : key.entrySet()) {
            if (question.getValue().equals(answers.getOrDefault(question.getKey(), Set.of()))) {
                correct++;
            }
        }
        return new Score(correct, key.size());
    }

    /** How many of the questions were answered right. */
    public record Score(int correct, int asked) {

        public Score {
            if (asked < 1 || correct < 0 || correct > asked) {
                throw new IllegalArgumentException(correct + " of " + asked);
            }
        }

        /** Whole percent, rounded down: nobody is shown a percentage that was not reached. */
        public int percent() {
            return correct * WHOLE / asked;
        }

        /** Whether the share of right answers reaches the percentage, compared without rounding. */
        public boolean reaches(int passPercent) {
            return correct * WHOLE >= passPercent * asked;
        }
    }
}
