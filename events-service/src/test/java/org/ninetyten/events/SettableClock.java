package org.ninetyten.events;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The real time, or the time that a test asks for. */
public final class SettableClock extends Clock {

    private static final AtomicReference<@Nullable Instant> FIXED = new AtomicReference<>();

    /** Stops the clock at an instant. */
    public static void set(Instant instant) {
        FIXED.set(instant);
    }

    /** Lets it show the real time again. */
    public static void reset() {
        FIXED.set(null);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
        Instant fixed = FIXED.get();
        return fixed == null ? Instant.now() : fixed;
    }

    @ApplicationScoped
    static class Source {

        @Produces
        @Alternative
        @Priority(1)
        @ApplicationScoped
        Clock clock() {
            return new SettableClock();
        }
    }
}
