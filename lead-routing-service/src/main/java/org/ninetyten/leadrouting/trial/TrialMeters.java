package org.ninetyten.leadrouting.trial;

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

/** What waits to be scored, and leads that could not be made; looked up now and then. */
@ApplicationScoped
class TrialMeters {

    private static final String QUERY = """
            select (select count(*) from trial_to_score) as to_score,
                (select arrived_at from trial_to_score order by position limit 1) as oldest,
                (select count(*) from trial_lead where lead_id is null and attempts > 0) as not_made""";

    private record Backlog(long toScore, @Nullable Instant oldest, long notMade) {}

    private final Database database;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, null, 0);

    TrialMeters(Database database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("ninetyten.trials.waiting", this, it -> it.backlog.toScore())
                .description("Entries on the list of trials with new signals")
                .register(meters);
        Gauge.builder("ninetyten.trials.waiting.oldest.age", this, TrialMeters::age)
                .description("Age of the oldest entry on the list of trials with new signals")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ninetyten.trials.leads.notmade", this, it -> it.backlog.notMade())
                .description("Trials whose lead could not be made and is tried again")
                .register(meters);
    }

    @Scheduled(every = "5s", identity = "trial-backlog", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        backlog = database.first(
                        QUERY,
                        row -> new Backlog(
                                row.getLong("to_score"), Database.instant(row, "oldest"), row.getLong("not_made")))
                .orElseThrow();
    }

    private double age() {
        Instant oldest = backlog.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
