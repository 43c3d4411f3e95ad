package org.ninetyten.leadrouting.lead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A thread that works when it is woken, and looks by itself from time to time. */
public final class BackgroundLoop {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Semaphore bell = new Semaphore(0);
    private final Supplier<Duration> work;
    private final String name;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * Prepares the loop.
     *
     * @param work does one portion and says how long to rest, unless woken; not at all when there may be more to do
     */
    public BackgroundLoop(String name, Supplier<Duration> work) {
        this.work = work;
        this.name = name;
    }

    public synchronized void start() {
        running = true;
        Thread started = new Thread(this::run, name);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    public void wake() {
        bell.release();
    }

    public synchronized boolean isAlive() {
        return thread != null && thread.isAlive();
    }

    public synchronized void stop() {
        running = false;
        wake();
        if (thread == null) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            bell.drainPermits();
            Duration rest;
            try {
                rest = work.get();
            } catch (RuntimeException e) {
                // The work is in the database and waits there: trying again is always right.
                LOG.warnf(e, "%s failed and will try again", name);
                rest = AFTER_A_FAILURE;
            }
            if (rest.isPositive()) {
                rest(rest);
            }
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
