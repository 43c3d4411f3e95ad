package org.ninetyten.leadrouting.lead;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.AfterCommit;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.work.WorkStep;

/** What leads and offers tell about themselves: who waits, since when, and how offers end. */
@Startup
@Singleton
class LeadMeters {

    /** Each number comes from a partial index that holds only the rows that wait. */
    private static final String QUERY = """
            select
                (select count(*) from offer where state = 'PENDING') as pending_offers,
                (select min(offered_at) from offer where state = 'PENDING') as oldest_offer,
                (select count(*) from lead where status = 'ROUTING') as waiting_leads,
                (select min(changed_at) from lead where status = 'ROUTING') as oldest_lead,
                (select count(*) from lead where status = 'DESK') as leads_at_desk,
                (select min(changed_at) from lead where status = 'DESK') as oldest_at_desk,
                (select count(*) from lead_work
                  where contacted_at is null and ended_at is null and contact_by <= ?) as contacts_late,
                (select count(*) from lead_work where ended_at is null and nudged_at >= last_news_at) as silent""";

    private record Backlog(
            long pendingOffers,
            @Nullable Instant oldestOffer,
            long waitingLeads,
            @Nullable Instant oldestLead,
            long leadsAtDesk,
            @Nullable Instant oldestAtDesk,
            long contactsLate,
            long silent) {}

    private final Database database;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private final Map<Step, Counter> routed = new EnumMap<>(Step.class);
    private final Map<OfferState, Counter> answered = new EnumMap<>(OfferState.class);
    private final Map<WorkStep, Counter> workSteps = new EnumMap<>(WorkStep.class);
    private final Map<RecallReason, Counter> recalled = new EnumMap<>(RecallReason.class);
    private volatile Backlog backlog = new Backlog(0, null, 0, null, 0, null, 0, 0);

    LeadMeters(Database database, AfterCommit afterCommit, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.afterCommit = afterCommit;
        this.clock = clock;
        gauge(meters, "ninetyten.offers.pending", "Offers that wait for an answer", Backlog::pendingOffers);
        age(meters, "ninetyten.offers.pending.oldest.age", "Age of the oldest unanswered offer", Backlog::oldestOffer);
        gauge(meters, "ninetyten.leads.waiting", "Leads that wait to be routed", Backlog::waitingLeads);
        age(meters, "ninetyten.leads.waiting.oldest.age", "Wait of the oldest unrouted lead", Backlog::oldestLead);
        gauge(meters, "ninetyten.leads.desk", "Leads that wait at the sales desk", Backlog::leadsAtDesk);
        age(meters, "ninetyten.leads.desk.oldest.age", "Wait of the oldest lead at the desk", Backlog::oldestAtDesk);
        gauge(meters, "ninetyten.leads.contact.late", "Leads whose first contact is overdue", Backlog::contactsLate);
        gauge(meters, "ninetyten.leads.silent", "Leads without news since the partner was nudged", Backlog::silent);
        for (WorkStep step : WorkStep.values()) {
            workSteps.put(
                    step,
                    Counter.builder("ninetyten.leads.sla.breached")
                            .description("Steps taken because a partner did not move a lead in time")
                            .tag("step", step.name())
                            .register(meters));
        }
        for (RecallReason reason : RecallReason.values()) {
            recalled.put(
                    reason,
                    Counter.builder("ninetyten.leads.recalled")
                            .description("Leads taken back from the partner that had accepted them")
                            .tag("reason", reason.name())
                            .register(meters));
        }
        for (Step step : Step.values()) {
            routed.put(
                    step,
                    Counter.builder("ninetyten.leads.routed")
                            .description("Leads decided by routing, by the step that decided")
                            .tag("step", step.name())
                            .register(meters));
        }
        for (OfferState state : OfferState.values()) {
            if (state != OfferState.PENDING) {
                answered.put(
                        state,
                        Counter.builder("ninetyten.offers.answered")
                                .description("Offers that ended, by how they did")
                                .tag("state", state.name())
                                .register(meters));
            }
        }
    }

    /** Counts a routed lead, once the current transaction has committed. */
    void routed(Step step) {
        afterCommit.run(() -> requireNonNull(routed.get(step)).increment());
    }

    /** Counts offers that have ended, once the current transaction has committed. */
    void answered(OfferState state, int offers) {
        afterCommit.run(() -> requireNonNull(answered.get(state)).increment(offers));
    }

    /** Counts a step of the working SLA, once the current transaction has committed. */
    void workStep(WorkStep step) {
        afterCommit.run(() -> requireNonNull(workSteps.get(step)).increment());
    }

    /** Counts a recalled lead, once the current transaction has committed. */
    void recalled(RecallReason reason) {
        afterCommit.run(() -> requireNonNull(recalled.get(reason)).increment());
    }

    @Scheduled(every = "5s", identity = "lead-backlog", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        backlog = database.first(
                        QUERY,
                        row -> new Backlog(
                                row.getLong("pending_offers"),
                                Database.instant(row, "oldest_offer"),
                                row.getLong("waiting_leads"),
                                Database.instant(row, "oldest_lead"),
                                row.getLong("leads_at_desk"),
                                Database.instant(row, "oldest_at_desk"),
                                row.getLong("contacts_late"),
                                row.getLong("silent")),
                        clock.instant())
                .orElseThrow();
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, it -> value.applyAsDouble(it.backlog))
                .description(description)
                .register(meters);
    }

    private void age(
            MeterRegistry meters, String name, String description, Function<Backlog, @Nullable Instant> since) {
        Gauge.builder(name, this, it -> it.age(since.apply(it.backlog)))
                .description(description)
                .baseUnit("seconds")
                .register(meters);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
