package org.ninetyten.academy.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Draws the questions of an attempt and shuffles their options. The same bank, number and seed always give the same
 * draw, in whatever order the bank was read.
 */
public final class ExamDraw {

    private ExamDraw() {}

    /**
     * Draws without repeats.
     *
     * @param bank the options of each question of the bank
     * @param count how many questions to draw; at most all
     */
    public static List<DrawnQuestion> draw(Map<UUID, List<UUID>> bank, int count, long seed) {
        if (count < 1 || count > bank.size()) {
            throw new IllegalArgumentException("Cannot draw " + count + " of " + bank.size() + " questions.");
        }
        // The algorithm of Random is part of its specification, so a seed means the same in every Java.
        Random random = new Random(seed);
        List<UUID> questions = shuffled(bank.keySet().stream().sorted().toList(), random);
        List<DrawnQuestion> drawn = new ArrayList<>(count);
        for (UUID question : questions.subList(0, count)) {
            List<UUID> options = bank.getOrDefault(question, List.of());
            drawn.add(new DrawnQuestion(
                    question, shuffled(options.stream().sorted().toList(), random)));
        }
        return drawn;
    }

    /** Fisher and Yates, spelt out: the library's shuffle may change, a stored seed may not. */
    private static List<UUID> shuffled(List<UUID> ids, Random random) {
        List<UUID> result = new ArrayList<>(ids);
        for (int i = result.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            UUID kept = result.get(i);
            result.set(i, result.get(other));
            result.set(other, kept);
        }
        return result;
    }
}
