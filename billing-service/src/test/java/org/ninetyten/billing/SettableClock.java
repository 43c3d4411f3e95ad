package org.ninetyten.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock: the real time, moved by as much as a test asks for. It goes on ticking there. */
public final class SettableClock extends Clock {

    private static final AtomicReference<Duration> MOVED = new AtomicReference<>(Duration.ZERO);

    /** Moves to an instant. */
    public static void set(Instant instant) {
        MOVED.set(Duration.between(Instant.now(), instant));
    }

    /** Goes back to the real time; for the end of a test that moved. */
    public static void reset() {
        MOVED.set(Duration.ZERO);
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
        return Instant.now().plus(MOVED.get());
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
