package org.ninetyten.leadrouting.simulation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** Simulations that have not ended; looked up now and then, from an index that holds only these. */
@ApplicationScoped
class SimulationMeters {

    private static final String QUERY = """
            select count(*) as open, min(created_at) as oldest from routing_simulation
             where state in ('WAITING', 'RUNNING')""";

    private record Backlog(long open, @Nullable Instant oldest) {}

    private final Database database;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null);

    SimulationMeters(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("ninetyten.simulations.waiting", this, it -> it.backlog.open())
                .description("Simulations that wait or run")
                .register(meters);
        Gauge.builder("ninetyten.simulations.waiting.oldest.age", this, SimulationMeters::age)
                .description("Age of the oldest simulation that has not ended")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "10s", identity = "simulation-backlog", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        backlog = database.first(QUERY, row -> new Backlog(row.getLong("open"), Database.instant(row, "oldest")))
                .orElseThrow();
    }

    private double age() {
        Instant oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
