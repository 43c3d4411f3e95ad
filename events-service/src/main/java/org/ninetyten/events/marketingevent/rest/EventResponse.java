package org.ninetyten.events.marketingevent.rest;

import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** An event as the public sees it: without its money. */
@Schema(examples = """
        {"id": "0193a1b2-0000-7000-8000-0000000000e1", "hostPartnerId": "0193a1b2-0000-7000-8000-0000000000a1",
         "status": "SCHEDULED", "title": "Ninety per cent is yours", "topic": "Integration in practice", "city": "Kazan",
         "country": "RU", "startsAt": "2026-12-15T10:00:00", "timeZone": "Europe/Moscow", "capacity": 60}
        """)
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
