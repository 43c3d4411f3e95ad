package org.ninetyten.billing.dispute;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says once a minute how often lines are disputed, and how many answers are late. */
@Startup
@ApplicationScoped
class DisputeMeters {

    /** A quarter, so that the rate is over three closes. */
    private static final Duration OVER = Duration.ofDays(91);

    private final Disputes disputes;
    private final Clock clock;
    private volatile Disputes.Rate last = new Disputes.Rate(0, 0, 0);

    DisputeMeters(Disputes disputes, Clock clock, MeterRegistry meters) {
        this.disputes = disputes;
        this.clock = clock;
        Gauge.builder("ninetyten.billing.disputes.per.hundred.statements", () -> last.perHundredStatements())
                .description("Disputes opened in 91 days for each hundred statements issued in them")
                .register(meters);
        Gauge.builder("ninetyten.billing.disputes.open", () -> last.open())
                .description("Disputes without an answer")
                .register(meters);
        Gauge.builder("ninetyten.billing.disputes.overdue", () -> last.overdue())
                .description("Disputes whose answer is late")
                .register(meters);
    }

    @Scheduled(every = "1m", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        Instant now = clock.instant();
        last = disputes.rate(now.minus(OVER), now);
    }
}
