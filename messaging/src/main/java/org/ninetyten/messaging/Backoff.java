package org.ninetyten.messaging;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting times that double from attempt to attempt, spread so that instances do not come back all at once. */
public record Backoff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** The time to wait after the attempt of that number, the first being 1. */
    public Duration after(int attempt) {
        long doubled = first.toMillis() << Math.clamp(attempt - 1L, 0, MOST_DOUBLINGS);
        long most = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }
}
