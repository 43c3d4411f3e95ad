package org.ninetyten.events.marketingevent.rest;

import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** An event as the public sees it: without its money. */
record EventResponse(
        UUID id,
        UUID hostPartnerId,
        EventStatus status,
        String title,
        String topic,
        String city,
        String country,

        @Schema(description = "Wall time of the start in timeZone.")
        LocalDateTime startsAt,

        String timeZone,
        int capacity) {

    static EventResponse from(MarketingEvent event) {
        return new EventResponse(
                event.id(),
                event.hostPartnerId(),
                event.status(),
                event.title(),
                event.topic(),
                event.city(),
                event.country(),
                event.startsAt(),
                event.zone().getId(),
                event.capacity());
    }
}
