package org.ninetyten.events.marketingevent.messaging;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.ninetyten.events.marketingevent.EventFact;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** Version 1 of EventScheduled, as {@code contract/events/event.scheduled.v1.schema.json} describes it. */
record EventScheduled(
        UUID eventId,
        UUID hostPartnerId,
        String title,
        String topic,
        String city,
        String country,
        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ss") LocalDateTime startsAt,
        String timeZone,
        int capacity,
        Instant occurredAt) {

    static final String TYPE = "org.ninetyten.events.event.scheduled.v1";

    static EventScheduled from(EventFact.Scheduled fact) {
        MarketingEvent event = fact.event();
        return new EventScheduled(
                event.id(),
                event.hostPartnerId(),
                event.title(),
                event.topic(),
                event.city(),
                event.country(),
                event.startsAt(),
                event.zone().getId(),
                event.capacity(),
                fact.occurredAt());
    }
}
