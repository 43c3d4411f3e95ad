package org.ninetyten.leadrouting.lead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** A thread that works when it is woken, and looks by itself from time to time. */
final class BackgroundLoop {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Semaphore bell = new Semaphore(0);
    private final BooleanSupplier work;
    private final Duration poll;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Prepares the loop.
     *
     * @param work does one portion and says whether there may be more to do at once
     */
    BackgroundLoop(String name, Duration poll, BooleanSupplier work) {
        this.work = work;
        this.poll = poll;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        bell.release();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    void stop() {
        running = false;
        wake();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            bell.drainPermits();
            Duration rest = poll;
            try {
                if (work.getAsBoolean()) {
                    continue;
                }
            } catch (RuntimeException e) {
                // The work is in the database and waits there: trying again is always right.
                LOG.warnf(e, "%s failed and will try again", thread.getName());
                rest = AFTER_A_FAILURE;
            }
            rest(rest);
        }
    }

    private void rest(Duration time) {
        try {
            var _ = bell.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
