package org.ninetyten.leadrouting.routing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.ninetyten.leadrouting.database.Database;

/** How far partners are from the leads that they earned: a partner's credit is exactly that. */
@Startup
@Singleton
class FairnessMeters {

    private record Errors(double largest, double nearlyAll) {}

    private final Database database;
    private volatile Errors errors = new Errors(0, 0);

    FairnessMeters(Database database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("ninetyten.routing.fairness.error.largest", this, of -> of.errors.largest())
                .description("Leads that the partner farthest from its share is away from it")
                .register(meters);
        Gauge.builder("ninetyten.routing.fairness.error.nearly.all", this, of -> of.errors.nearlyAll())
                .description("Leads that 99.9 % of partners are away from their shares at most")
                .register(meters);
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookUp() {
        errors = database.first("""
                        select coalesce(max(abs(credit)), 0) as largest,
                               coalesce(percentile_disc(0.999) within group (order by abs(credit)), 0) as nearly_all
                          from partner_turn""", row -> new Errors(leads(row.getLong("largest")), leads(row.getLong("nearly_all"))))
                .orElse(errors);
    }

    /** Only for people to look at. */
    private static double leads(long credit) {
        return Credit.inLeads(credit).doubleValue();
    }
}
