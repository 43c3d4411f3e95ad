package org.ninetyten.leadrouting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still on a Monday morning until a test moves it, only forward. */
public final class MutableClock extends Clock {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-23T09:30:00Z"));

    public static Instant now() {
        return NOW.get();
    }

    public static void set(Instant instant) {
        NOW.updateAndGet(now -> instant.isAfter(now) ? instant : now);
    }

    public static void advance(Duration duration) {
        NOW.updateAndGet(now -> now.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return NOW.get();
    }

    /** Takes the place of the system's clock. */
    @ApplicationScoped
    static class Producer {
        @Produces
        @ApplicationScoped
        Clock clock() {
            return new MutableClock();
        }
    }
}
