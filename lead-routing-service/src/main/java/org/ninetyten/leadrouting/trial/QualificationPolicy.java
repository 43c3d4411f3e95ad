package org.ninetyten.leadrouting.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One version of what makes a lead of a trial.
 *
 * @param validFrom from then on, until the next version's
 */
public record QualificationPolicy(
        int version, String name, Instant validFrom, Rules rules, String createdBy, String why, Instant createdAt) {

    /**
     * The figures.
     *
     * @param threshold in points; a trial with so many makes a lead
     * @param windowDays older signals count nothing
     * @param retentionDays older signals are deleted; at least the window
     * @param clockToleranceSeconds how far ahead of our clock a signal may have occurred
     * @param weights what the signals of each type are worth; a type that is not named counts nothing
     */
    public record Rules(
            int threshold,
            int windowDays,
            int retentionDays,
            int clockToleranceSeconds,
            Map<SignalType, Weight> weights) {

        public Rules {
            weights = Map.copyOf(weights);
        }

        /** The signals that count are those that occurred after this. */
        public Instant windowStart(Instant now) {
            return now.minus(Duration.ofDays(windowDays));
        }

        /** The most points that a trial can have. */
        public long reachable() {
            return weights.values().stream()
                    .mapToLong(weight -> weight.points() == 0 ? 0 : weight.maxPoints())
                    .sum();
        }
    }

    /**
     * What the signals of one type are worth.
     *
     * @param points what a signal is worth that has just occurred and whose value saturates
     * @param saturatesAt from this value on a signal is worth all its points, below it a part in proportion
     * @param halfLifeDays after each of them a signal is worth half of what it was
     * @param maxPoints all signals of the type together are worth no more
     */
    public record Weight(int points, long saturatesAt, int halfLifeDays, int maxPoints) {}
}
