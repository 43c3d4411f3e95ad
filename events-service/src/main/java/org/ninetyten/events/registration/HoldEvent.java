package org.ninetyten.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ninetyten.events.marketingevent.EventFact;
import org.ninetyten.events.marketingevent.EventFacts;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;

/** The event took place: its visitors become leads. */
@ApplicationScoped
public class HoldEvent {

    private final MarketingEvents events;
    private final Registrations registrations;
    private final EventFacts eventFacts;
    private final VisitorFacts visitorFacts;
    private final Clock clock;

    @Inject
    HoldEvent(
            MarketingEvents events,
            Registrations registrations,
            EventFacts eventFacts,
            VisitorFacts visitorFacts,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.eventFacts = eventFacts;
        this.visitorFacts = visitorFacts;
        this.clock = clock;
    }

    /** Marks the event as held and publishes who attended, each visitor once. */
    @Transactional
    public MarketingEvent handle(UUID eventId) {
        Instant now = clock.instant();
        MarketingEvent event = events.lock(eventId);
        event.hold(now);
        List<Registration> attended = registrations.checkedIn(eventId);
        int registered = Math.toIntExact(registrations.count("eventId", eventId));
        eventFacts.publish(new EventFact.Held(event, registered, attended.size(), now));
        visitorFacts.publish(attended.stream()
                .filter(registration -> registration.markAttendancePublished(now))
                .map(registration -> new VisitorFact.Attended(registration, event, now))
                .toList());
        return event;
    }
}
