package org.ninetyten.events.registration.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** An event after it was marked as held. */
@Schema(examples = """
        {"id": "0193a1b2-0000-7000-8000-0000000000e1", "status": "HELD"}
        """)
record HeldEventResponse(UUID id, EventStatus status) {

    static HeldEventResponse from(MarketingEvent event) {
        return new HeldEventResponse(event.id(), event.status());
    }
}
