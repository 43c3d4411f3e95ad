package org.ninetyten.partner.staff.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;
import org.ninetyten.partner.staff.StaffEvent;
import org.ninetyten.partner.staff.StaffEvents;

/** Writes events of staff to the outbox, in the order of their partner's own events. */
@ApplicationScoped
class StaffEventPublisher implements StaffEvents {

    private static final String TOPIC = "partner.partner";

    private final Outbox outbox;

    StaffEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<? extends StaffEvent> events) {
        outbox.appendAll(events.stream().map(StaffEventPublisher::outgoing).toList());
    }

    private static OutgoingEvent outgoing(StaffEvent event) {
        String key = event.partnerId().toString();
        return switch (event) {
            case StaffEvent.Joined joined ->
                new OutgoingEvent(
                        TOPIC,
                        key,
                        StaffJoined.TYPE,
                        new StaffJoined(joined.partnerId(), joined.staffId(), joined.employedFrom(), joined.at()));
            case StaffEvent.Left left ->
                new OutgoingEvent(
                        TOPIC,
                        key,
                        StaffLeft.TYPE,
                        new StaffLeft(left.partnerId(), left.staffId(), left.employedTo(), left.at()));
        };
    }
}
