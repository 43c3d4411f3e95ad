package org.ninetyten.leadrouting.registration.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ninetyten.leadrouting.registration.RegistrationEvent;
import org.ninetyten.leadrouting.registration.RegistrationEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends what happened to registrations to the outbox. */
@ApplicationScoped
class RegistrationEventPublisher implements RegistrationEvents {

    private static final String TOPIC = "leadrouting.registration";

    private final Outbox outbox;

    RegistrationEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(RegistrationEvent event) {
        switch (event) {
            case RegistrationEvent.Registered registered ->
                append(registered.registration().id(), "registered", DealRegistered.from(registered.registration()));
            case RegistrationEvent.Decided decided ->
                append(decided.registration().id(), "decided", DealRegistrationDecided.from(decided));
            case RegistrationEvent.Escalated escalated ->
                append(escalated.conflict().registrationId(), "escalated", DealRegistrationEscalated.from(escalated));
        }
    }

    private void append(UUID registrationId, String name, Object data) {
        outbox.append(new OutgoingEvent(
                TOPIC, registrationId.toString(), "org.ninetyten.leadrouting.registration." + name + ".v1", data));
    }
}
