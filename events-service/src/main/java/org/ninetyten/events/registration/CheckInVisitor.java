package org.ninetyten.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;

/** The host notes that a visitor is there. */
@ApplicationScoped
public class CheckInVisitor {

    private final MarketingEvents events;
    private final Registrations registrations;
    private final VisitorFacts facts;
    private final Clock clock;

    @Inject
    CheckInVisitor(MarketingEvents events, Registrations registrations, VisitorFacts facts, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Checks the visitor in; again changes nothing. Attendance is published when the event is held. A check-in that is
     * merged after that is published at once.
     */
    @Transactional
    public Registration handle(UUID eventId, UUID registrationId) {
        Instant now = clock.instant();
        MarketingEvent event = events.lock(eventId);
        Registration registration = registrations.get(eventId, registrationId);
        event.mustTakeCheckIns(now);
        registration.checkIn(now);
        if (event.status() == EventStatus.HELD && registration.markAttendancePublished(now)) {
            facts.publish(List.of(new VisitorFact.Attended(registration, event, now)));
        }
        return registration;
    }
}
