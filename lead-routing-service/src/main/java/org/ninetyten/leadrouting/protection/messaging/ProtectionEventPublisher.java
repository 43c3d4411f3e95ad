package org.ninetyten.leadrouting.protection.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.leadrouting.protection.ProtectionEvent;
import org.ninetyten.leadrouting.protection.ProtectionEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends what happened to protections to the outbox, after what happened to their registration. */
@ApplicationScoped
class ProtectionEventPublisher implements ProtectionEvents {

    private static final String TOPIC = "leadrouting.registration";

    private final Outbox outbox;

    ProtectionEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<ProtectionEvent> events) {
        outbox.appendAll(events.stream()
                .map(event -> new OutgoingEvent(
                        TOPIC,
                        event.protection().registrationId().toString(),
                        "org.ninetyten.leadrouting.protection." + name(event) + ".v1",
                        ProtectionChanged.from(event)))
                .toList());
    }

    private static String name(ProtectionEvent event) {
        return switch (event) {
            case ProtectionEvent.Granted granted -> "granted";
            case ProtectionEvent.Extended extended -> "extended";
            case ProtectionEvent.Ended ended -> "ended";
        };
    }
}
