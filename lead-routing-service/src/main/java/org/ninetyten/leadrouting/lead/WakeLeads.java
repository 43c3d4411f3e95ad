package org.ninetyten.leadrouting.lead;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/** Routes leads anew that rested until a day which has come, or that somebody wants to wake up before. */
@ApplicationScoped
public class WakeLeads {

    private static final int AT_ONCE = 200;
    private static final Mover BY_ITSELF = new Mover("nurture", "The day has come.");

    private final Leads leads;
    private final LeadEvents events;
    private final RoutingWorker routing;
    private final Clock clock;

    WakeLeads(Leads leads, LeadEvents events, RoutingWorker routing, Clock clock) {
        this.leads = leads;
        this.events = events;
        this.routing = routing;
        this.clock = clock;
    }

    /** Wakes one lead up before its day. */
    @Transactional
    public Lead wake(UUID leadId, Mover mover) {
        Lead lead = leads.lock(leadId);
        if (lead.status() != LeadStatus.NURTURE) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + ", not NURTURE.",
                    lead.status().next());
        }
        events.publishAll(List.of(wake(lead, mover, now())));
        routing.wakeAfterCommit();
        return lead;
    }

    /** Wakes up to so many leads whose day has come, and says how many there were. Several instances share the work. */
    @Transactional
    public int wakeDue() {
        Instant now = now();
        List<Lead> due = leads.lockToWake(LocalDate.ofInstant(now, ZoneOffset.UTC), AT_ONCE);
        if (!due.isEmpty()) {
            events.publishAll(
                    due.stream().map(lead -> wake(lead, BY_ITSELF, now)).toList());
            routing.wakeAfterCommit();
        }
        return due.size();
    }

    @Scheduled(every = "1m", identity = "nurtured-leads", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (wakeDue() == AT_ONCE) {
            // There may be more.
        }
    }

    private static LeadEvents.Caused wake(Lead lead, Mover mover, Instant now) {
        lead.wakeUp(mover, now);
        return new LeadEvents.Caused(Correlation.orNew(lead.correlationId()), new LeadEvent.Woken(lead.id(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
