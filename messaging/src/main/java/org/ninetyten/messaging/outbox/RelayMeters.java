package org.ninetyten.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the relay tells about its work. */
final class RelayMeters {

    private final Counter published;
    private final Counter refused;
    private final DistributionSummary batch;
    private final Timer completed;
    private final Timer failed;
    private final AtomicBoolean active = new AtomicBoolean();

    RelayMeters(MeterRegistry meters) {
        published = Counter.builder("ninetyten.outbox.published")
                .description("Events that Kafka has acknowledged")
                .register(meters);
        refused = Counter.builder("ninetyten.outbox.refused")
                .description("Attempts to publish that Kafka refused for good")
                .register(meters);
        batch = DistributionSummary.builder("ninetyten.outbox.batch")
                .description("Events sent before waiting for acknowledgements")
                .register(meters);
        completed = cycle("completed", meters);
        failed = cycle("failed", meters);
        Gauge.builder("ninetyten.outbox.active", active, it -> it.get() ? 1 : 0)
                .description("1 in the instance whose relay publishes")
                .register(meters);
    }

    private static Timer cycle(String outcome, MeterRegistry meters) {
        return Timer.builder("ninetyten.outbox.cycle")
                .description("From sending a batch to its last acknowledgement")
                .tag("outcome", outcome)
                .register(meters);
    }

    void active(boolean now) {
        active.set(now);
    }

    void cycle(int sent, int acknowledged, Duration time) {
        batch.record(sent);
        published.increment(acknowledged);
        (sent == acknowledged ? completed : failed).record(time);
    }

    void refused() {
        refused.increment();
    }
}
