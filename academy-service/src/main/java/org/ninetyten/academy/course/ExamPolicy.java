package org.ninetyten.academy.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of the figures that hold for every exam.
 *
 * @param passPercent what passes when an exam doesn't say otherwise
 * @param attempts how many attempts may follow each other at once
 * @param coolDownDays the waits before each further attempt; the last one repeats
 */
public record ExamPolicy(int version, int passPercent, int attempts, List<Integer> coolDownDays) {

    public ExamPolicy {
        coolDownDays = List.copyOf(coolDownDays);
    }

    /**
     * When the next attempt may start.
     *
     * @param ends when each of the attempts that didn't pass ended, in order
     * @return empty when it may start at once
     */
    public Optional<Instant> nextAttemptAt(List<Instant> ends) {
        int beyond = ends.size() - attempts;
        if (beyond < 0) {
            return Optional.empty();
        }
        int days = coolDownDays.get(Math.min(beyond, coolDownDays.size() - 1));
        return Optional.of(ends.getLast().plus(Duration.ofDays(days)));
    }
}
