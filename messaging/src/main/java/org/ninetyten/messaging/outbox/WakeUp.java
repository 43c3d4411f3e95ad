package org.ninetyten.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the relay sleep until there is something to do. Any number of signals before it sleeps are one. */
final class WakeUp {

    private final Semaphore signals = new Semaphore(0);

    void signal() {
        signals.release();
    }

    /** Whether there was a signal. Asked before reading, so that what it stood for is read. */
    boolean wasSignalled() {
        return signals.drainPermits() > 0;
    }

    /** Waits for a signal, at most that long; true if there was one. */
    boolean await(Duration longest) throws InterruptedException {
        boolean signalled = signals.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        signals.drainPermits();
        return signalled;
    }
}
