package org.ninetyten.events.registration.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ninetyten.events.registration.VisitorFact;
import org.ninetyten.events.registration.VisitorFacts;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes attendance to the topic for personal data, which only lead-routing may read. */
@ApplicationScoped
class VisitorFactPublisher implements VisitorFacts {

    private static final String TOPIC = "events.attendee";

    private final Outbox outbox;

    @Inject
    VisitorFactPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<? extends VisitorFact> facts) {
        outbox.appendAll(facts.stream().map(VisitorFactPublisher::outgoing).toList());
    }

    private static OutgoingEvent outgoing(VisitorFact fact) {
        return switch (fact) {
            case VisitorFact.Attended attended ->
                new OutgoingEvent(
                        TOPIC,
                        attended.registration().id().toString(),
                        VisitorAttended.TYPE,
                        VisitorAttended.from(attended));
        };
    }
}
