package org.ninetyten.events.marketingevent.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ninetyten.events.marketingevent.EventFact;
import org.ninetyten.events.marketingevent.EventFacts;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes what happens to events. */
@ApplicationScoped
class EventFactPublisher implements EventFacts {

    private static final String TOPIC = "events.event";

    private final Outbox outbox;

    @Inject
    EventFactPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(EventFact fact) {
        switch (fact) {
            case EventFact.Scheduled scheduled ->
                append(scheduled.event(), EventScheduled.TYPE, EventScheduled.from(scheduled));
            case EventFact.Held held -> append(held.event(), EventHeld.TYPE, EventHeld.from(held));
        }
    }

    private void append(MarketingEvent event, String type, Object data) {
        outbox.append(new OutgoingEvent(TOPIC, event.id().toString(), type, data));
    }
}
