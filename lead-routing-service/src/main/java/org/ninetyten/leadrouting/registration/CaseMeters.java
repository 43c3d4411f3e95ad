package org.ninetyten.leadrouting.registration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.ninetyten.leadrouting.database.Database;

/** How many conflicts wait for a person, and how many of them too long. */
@Startup
@Singleton
class CaseMeters {

    private record Waiting(long open, long overdue) {}

    private final Database database;
    private final Clock clock;
    private volatile Waiting waiting = new Waiting(0, 0);

    CaseMeters(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("ninetyten.registration.cases.open", this, it -> it.waiting.open())
                .description("Conflicts about customers that wait for a decision")
                .register(meters);
        Gauge.builder("ninetyten.registration.cases.overdue", this, it -> it.waiting.overdue())
                .description("Conflicts about customers that nobody has decided in time")
                .register(meters);
    }

    @Scheduled(every = "30s", identity = "registration-case-meters", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        waiting = database.first("""
                        select count(*) as open, count(*) filter (where due_at <= ?) as overdue
                          from registration_case where state = 'OPEN'""", row -> new Waiting(row.getLong("open"), row.getLong("overdue")), clock.instant())
                .orElseThrow();
    }
}
