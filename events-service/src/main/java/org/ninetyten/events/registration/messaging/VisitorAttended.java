package org.ninetyten.events.registration.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.registration.IncomePoint;
import org.ninetyten.events.registration.Registration;
import org.ninetyten.events.registration.VisitorFact;

/** Version 1 of VisitorAttended, as {@code contract/events/attendee.attended.v1.schema.json} describes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitorAttended(
        UUID registrationId,
        UUID eventId,
        UUID hostPartnerId,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String company,
        String country,
        String language,
        List<IncomePoint> needs,
        boolean consent,
        Instant occurredAt) {

    static final String TYPE = "org.ninetyten.events.attendee.attended.v1";

    static VisitorAttended from(VisitorFact.Attended fact) {
        Registration visitor = fact.registration();
        return new VisitorAttended(
                visitor.id(),
                visitor.eventId(),
                fact.event().hostPartnerId(),
                visitor.name(),
                visitor.email(),
                visitor.phone(),
                visitor.company(),
                visitor.country(),
                visitor.language(),
                visitor.needs(),
                // Nobody can register without it.
                true,
                fact.occurredAt());
    }
}
