package org.ninetyten.events.marketingevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.events.audit.AuditTrail;
import org.ninetyten.events.budget.Budgets;

/** Closes an event that does not take place and gives its reservation back to the budget. */
@ApplicationScoped
public class CancelEvent {

    private final MarketingEvents events;
    private final Budgets budgets;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    CancelEvent(MarketingEvents events, Budgets budgets, AuditTrail audit, Clock clock) {
        this.events = events;
        this.budgets = budgets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Before its start the event is cancelled, after it it was not held. */
    @Transactional
    public MarketingEvent handle(String who, UUID eventId, String reason) {
        MarketingEvent event = events.lock(eventId);
        long released = event.cancel(reason, clock.instant());
        audit.record(
                who,
                "event.cancel",
                "event",
                eventId,
                Map.of("reservedMinor", released),
                Map.of("reservedMinor", 0, "status", event.status()),
                reason);
        budgets.release(event.budgetId(), released);
        return event;
    }
}
