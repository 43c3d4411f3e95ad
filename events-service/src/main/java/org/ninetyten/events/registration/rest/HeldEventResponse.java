package org.ninetyten.events.registration.rest;

import java.util.UUID;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** An event after it was marked as held. */
record HeldEventResponse(UUID id, EventStatus status) {

    static HeldEventResponse from(MarketingEvent event) {
        return new HeldEventResponse(event.id(), event.status());
    }
}
