package org.ninetyten.local.home;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Bounded polling of something outside this process. */
public final class Waiting {

    private Waiting() {}

    /** True as soon as the condition holds, false when it didn't within the time. */
    public static boolean until(BooleanSupplier condition, Duration atMost, Duration pause) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(pause);
        }
        return true;
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
