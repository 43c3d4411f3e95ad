package org.ninetyten.partner.application.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;
import org.ninetyten.partner.application.ApplicationEvent;
import org.ninetyten.partner.application.ApplicationEvents;

/** Writes applications' events to the outbox. */
@ApplicationScoped
class ApplicationEventPublisher implements ApplicationEvents {

    private static final String TOPIC = "partner.application";

    private final Outbox outbox;

    ApplicationEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(ApplicationEvent event) {
        switch (event) {
            case ApplicationEvent.Decided decided ->
                outbox.append(new OutgoingEvent(
                        TOPIC,
                        decided.applicationId().toString(),
                        ApplicationDecided.TYPE,
                        ApplicationDecided.from(decided)));
        }
    }
}
