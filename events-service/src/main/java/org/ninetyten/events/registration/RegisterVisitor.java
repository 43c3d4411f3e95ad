package org.ninetyten.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;

/** A visitor registers for an event. */
@ApplicationScoped
public class RegisterVisitor {

    private final MarketingEvents events;
    private final Registrations registrations;
    private final Clock clock;

    @Inject
    RegisterVisitor(MarketingEvents events, Registrations registrations, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** The registration, and whether this call made it. */
    public record Outcome(Registration registration, boolean isNew) {}

    /**
     * Registers the visitor, beyond the capacity on the waiting list. The event is locked, so that its last place is
     * given once. The same person again gets the registration that exists, unchanged.
     */
    @Transactional
    public Outcome handle(UUID eventId, Visitor visitor) {
        MarketingEvent event = events.lock(eventId);
        Optional<Registration> known = registrations.of(eventId, visitor);
        if (known.isPresent()) {
            return new Outcome(known.get(), false);
        }
        event.mustTakeRegistrations();
        RegistrationStatus status = registrations.countPlaces(eventId) < event.capacity()
                ? RegistrationStatus.REGISTERED
                : RegistrationStatus.WAITLISTED;
        Registration registration = Registration.of(eventId, visitor, status, clock.instant());
        registrations.persist(registration);
        return new Outcome(registration, true);
    }
}
