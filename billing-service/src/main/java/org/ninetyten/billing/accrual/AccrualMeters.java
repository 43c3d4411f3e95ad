package org.ninetyten.billing.accrual;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.ninetyten.billing.accrual.AccrualQueries.InState;

/** Says once a minute what is held, cleared, payable and frozen, by currency. */
@Startup
@ApplicationScoped
class AccrualMeters {

    private final AccrualQueries accruals;
    private final MultiGauge gauge;

    AccrualMeters(AccrualQueries accruals, MeterRegistry meters) {
        this.accruals = accruals;
        this.gauge = MultiGauge.builder("ninetyten.billing.accruals")
                .description("Minor units on their way to partners, by state and currency")
                .register(meters);
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        gauge.register(
                accruals.onTheirWay().stream()
                        .map(inState -> MultiGauge.Row.of(tags(inState), inState, InState::amountMinor))
                        .toList(),
                true);
    }

    private static Tags tags(InState inState) {
        return Tags.of("state", inState.state().name().toLowerCase(Locale.ROOT), "currency", inState.currency());
    }
}
