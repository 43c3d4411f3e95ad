package org.ninetyten.leadrouting.lead.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.lead.TakeVisitor;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Makes leads of the visitors of events. */
@ApplicationScoped
class AttendeeEventsConsumer {

    /** What a visitor is taken to be interested in when nobody asked. */
    private static final String ANY_PRODUCT = "unspecified";

    private final Subscription subscription;

    AttendeeEventsConsumer(Inbox inbox, TakeVisitor visitors) {
        subscription = inbox.subscribe("events.attendee")
                .on(
                        "org.ninetyten.events.attendee.attended.v1",
                        VisitorAttended.class,
                        event -> visitors.take(visitor(event.data())));
    }

    @Incoming("events-attendee")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        subscription.handle(records);
    }

    private static TakeVisitor.Visitor visitor(VisitorAttended visitor) {
        String product = visitor.product();
        return new TakeVisitor.Visitor(
                visitor.registrationId(),
                visitor.eventId(),
                visitor.hostPartnerId(),
                new Contact(visitor.name(), visitor.email(), visitor.phone()),
                visitor.email(),
                visitor.company(),
                visitor.country(),
                visitor.language(),
                visitor.needs() == null ? Set.of() : visitor.needs(),
                product == null ? ANY_PRODUCT : product,
                visitor.consent());
    }
}
