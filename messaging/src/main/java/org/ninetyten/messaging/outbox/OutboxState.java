package org.ninetyten.messaging.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.ToDoubleFunction;

/** What waits in the outbox, for metrics and health. Looked up now and then, not at each scrape. */
@ApplicationScoped
class OutboxState {

    private static final String QUERY = """
            select
                (select count(*) from outbox) as backlog,
                (select occurred_at from outbox order by position limit 1) as oldest,
                (select count(*) from outbox where parked_at is not null) as parked,
                (select count(*) from outbox
                 where (topic, message_key) in (select topic, message_key from outbox where parked_at is not null))
                    as held""";

    /** One look: all rows, the age of the first, the parked ones, and those with the ones behind them. */
    record Snapshot(long backlog, Duration oldestAge, long parked, long held) {}

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private volatile Snapshot last = new Snapshot(0, Duration.ZERO, 0, 0);

    OutboxState(AgroalDataSource dataSource, Clock clock, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.clock = clock;
        gauge(meters, "ninetyten.outbox.backlog", "Events not yet acknowledged by Kafka", Snapshot::backlog);
        gauge(
                meters,
                "ninetyten.outbox.oldest.age.seconds",
                "Age of the event that waits longest",
                it -> it.oldestAge().toSeconds());
        gauge(meters, "ninetyten.outbox.parked", "Events that Kafka refused for good", Snapshot::parked);
        gauge(meters, "ninetyten.outbox.held", "Parked events and all that wait behind them", Snapshot::held);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Snapshot> value) {
        Gauge.builder(name, this, state -> value.applyAsDouble(state.last))
                .description(description)
                .register(meters);
    }

    @Scheduled(every = "10s", identity = "outbox-state", concurrentExecution = ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        look();
    }

    Snapshot look() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY);
                ResultSet result = query.executeQuery()) {
            result.next();
            OffsetDateTime oldest = result.getObject("oldest", OffsetDateTime.class);
            Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
            last = new Snapshot(result.getLong("backlog"), age, result.getLong("parked"), result.getLong("held"));
            return last;
        }
    }
}
