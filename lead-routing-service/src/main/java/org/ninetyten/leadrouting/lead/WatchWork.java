package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.leadrouting.customer.CustomerEvents;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.leadrouting.work.Work;
import org.ninetyten.leadrouting.work.WorkClock;
import org.ninetyten.leadrouting.work.WorkClocks;
import org.ninetyten.leadrouting.work.WorkStep;
import org.ninetyten.leadrouting.work.Works;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Watches the leads that partners accepted: tells who is late, reminds, warns, and takes back. When to look is in the
 * row, so a restart forgets nothing; the lock of the lead lets one of several instances take each step, once.
 */
@ApplicationScoped
public class WatchWork {

    private static final Mover BY_ITSELF = new Mover("working-sla", "No news for too long.");

    private final Leads leads;
    private final Works works;
    private final WorkClocks clocks;
    private final Turns turns;
    private final Customers customers;
    private final CustomerEvents customerEvents;
    private final LeadEvents events;
    private final LeadMeters meters;
    private final RoutingWorker routing;
    private final Audit audit;
    private final Clock clock;

    WatchWork(
            Leads leads,
            Works works,
            WorkClocks clocks,
            Turns turns,
            Customers customers,
            CustomerEvents customerEvents,
            LeadEvents events,
            LeadMeters meters,
            RoutingWorker routing,
            Audit audit,
            Clock clock) {
        this.leads = leads;
        this.works = works;
        this.clocks = clocks;
        this.turns = turns;
        this.customers = customers;
        this.customerEvents = customerEvents;
        this.events = events;
        this.meters = meters;
        this.routing = routing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at up to so many leads whose time has come, and says how many there were. */
    @Transactional
    public int lookAtDue(int limit) {
        Instant now = now();
        List<UUID> due = works.lockDue(now, limit);
        if (due.isEmpty()) {
            return 0;
        }
        Map<UUID, Lead> byId = leads.lock(due).stream().collect(Collectors.toMap(Lead::id, Function.identity()));
        List<Work> live = works.lock(due);
        Map<UUID, WorkClock> clockOf = clocks.of(live);
        List<Works.Watched> watched = new ArrayList<>();
        List<LeadEvents.Caused> told = new ArrayList<>();
        for (Work work : live) {
            Lead lead = byId.get(work.leadId());
            WorkClock times = clockOf.get(work.offerId());
            if (lead != null && times != null) {
                watched.add(look(lead, work, times, now, told));
            }
        }
        works.keep(watched);
        events.publishAll(told);
        // All at once and last: turns are locked in the order of their ids.
        turns.release(live.stream()
                .filter(work -> hasLost(byId.get(work.leadId())))
                .map(Work::partnerId)
                .toList());
        return due.size();
    }

    private static boolean hasLost(@Nullable Lead lead) {
        return lead != null && lead.status() == LeadStatus.ROUTING;
    }

    private Works.Watched look(Lead lead, Work work, WorkClock times, Instant now, List<LeadEvents.Caused> told) {
        WorkClock.Due due = times.next(work);
        if (due == null || due.at().isAfter(now)) {
            return new Works.Watched(work, due == null ? null : due.at());
        }
        meters.workStep(due.step());
        if (due.step() == WorkStep.RECALL && lead.status() != LeadStatus.WORKING && !leads.hasOpenDeal(lead.id())) {
            told.add(recall(lead, work, RecallReason.NO_NEWS, BY_ITSELF, now));
            return new Works.Watched(work, null);
        }
        told.add(caused(lead, told(work, due.step(), now)));
        Work after = work.after(due.step(), now);
        WorkClock.Due next = times.next(after);
        return new Works.Watched(after, next == null ? null : next.at());
    }

    private static LeadEvent told(Work work, WorkStep step, Instant now) {
        UUID lead = work.leadId();
        UUID partner = work.partnerId();
        return switch (step) {
            case CONTACT_OVERDUE -> new LeadEvent.ContactOverdue(lead, partner, work.contactBy(), now);
            case NUDGE -> new LeadEvent.Nudged(lead, partner, work.lastNewsAt(), now);
            case WARN -> new LeadEvent.Warned(lead, partner, work.lastNewsAt(), now);
            // A lead that is being worked on, or that an order opened a deal of, is not taken away: a person looks at
            // it.
            case RECALL -> new LeadEvent.Stalled(lead, partner, work.lastNewsAt(), now);
        };
    }

    /** The desk takes a lead back from the partner that accepted it, before there is work on it. */
    @Transactional
    public Lead recall(UUID leadId, String why, String by) {
        Instant now = now();
        Lead lead = leads.lock(leadId);
        LeadStatus before = lead.status();
        Work work = works.lock(List.of(leadId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.illegalState(
                        "The lead is " + before + "; only one that a partner accepted can be recalled.",
                        before.next()));
        if (leads.hasOpenDeal(leadId)) {
            Set<LeadStatus> others = EnumSet.copyOf(before.next());
            others.remove(LeadStatus.RECALLED);
            throw ProblemException.illegalState("The lead has an open deal, which is to be closed first.", others);
        }
        LeadEvents.Caused recalled = recall(lead, work, RecallReason.BY_DESK, new Mover(by, why), now);
        events.publish(List.of(recalled.event()));
        turns.release(List.of(work.partnerId()));
        audit.record(by, "recalled a lead", leadId, before.name(), lead.status().name(), why);
        return lead;
    }

    private LeadEvents.Caused recall(Lead lead, Work work, RecallReason reason, Mover mover, Instant now) {
        lead.recall(mover, now);
        String why = mover.why() == null ? reason.name() : mover.why();
        customerEvents.publish(
                customers.releaseAfterRecall(lead.customerId(), work.partnerId(), why, now, mover.who()));
        meters.recalled(reason);
        routing.wakeAfterCommit();
        return caused(lead, new LeadEvent.Recalled(lead.id(), work.partnerId(), reason, work.lastNewsAt(), now));
    }

    /** As part of what brought the lead. */
    private static LeadEvents.Caused caused(Lead lead, LeadEvent event) {
        return new LeadEvents.Caused(Correlation.orNew(lead.correlationId()), event);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
