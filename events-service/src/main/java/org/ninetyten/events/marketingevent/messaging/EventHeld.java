package org.ninetyten.events.marketingevent.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.events.marketingevent.EventFact;

/** Version 1 of EventHeld, as {@code contract/events/event.held.v1.schema.json} describes it. */
record EventHeld(UUID eventId, UUID hostPartnerId, int registered, int attended, Instant occurredAt) {

    static final String TYPE = "org.ninetyten.events.event.held.v1";

    static EventHeld from(EventFact.Held fact) {
        return new EventHeld(
                fact.event().id(), fact.event().hostPartnerId(), fact.registered(), fact.attended(), fact.occurredAt());
    }
}
