package org.ninetyten.billing.payout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.ninetyten.billing.database.Database;

/** Says once a minute what is drafted, approved, in flight and unknown, by currency. */
@Startup
@ApplicationScoped
class PayoutMeters {

    private final Database database;
    private final MultiGauge gauge;

    PayoutMeters(Database database, MeterRegistry meters) {
        this.database = database;
        this.gauge = MultiGauge.builder("ninetyten.billing.payouts")
                .description("Minor units of payouts that have not ended, by state and currency")
                .register(meters);
    }

    private record Sum(String state, String currency, long minor) {}

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        gauge.register(
                database
                        .query(
                                "select state, currency, sum(amount_minor) as minor from payout"
                                        + " where state not in ('SETTLED', 'FAILED', 'CANCELLED') group by 1, 2",
                                row -> new Sum(
                                        row.getString("state").toLowerCase(Locale.ROOT),
                                        row.getString("currency"),
                                        row.getLong("minor")))
                        .stream()
                        .map(sum -> MultiGauge.Row.of(
                                Tags.of("state", sum.state(), "currency", sum.currency()), sum, Sum::minor))
                        .toList(),
                true);
    }
}
