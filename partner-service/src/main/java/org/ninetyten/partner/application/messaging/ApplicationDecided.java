package org.ninetyten.partner.application.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.application.ApplicationEvent;
import org.ninetyten.partner.application.ApplicationSource;
import org.ninetyten.partner.application.RejectionReason;

/** Published: an application was approved or rejected. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationDecided(
        UUID applicationId,
        ApplicationSource source,
        String country,
        Outcome outcome,
        @Nullable RejectionReason reason,
        @Nullable UUID partnerId,
        Instant occurredAt) {

    static final String TYPE = "org.ninetyten.partner.application.decided.v1";

    enum Outcome {
        APPROVED,
        REJECTED
    }

    static ApplicationDecided from(ApplicationEvent.Decided event) {
        return new ApplicationDecided(
                event.applicationId(),
                event.source(),
                event.country(),
                event.reason() == null ? Outcome.APPROVED : Outcome.REJECTED,
                event.reason(),
                event.partnerId(),
                event.at());
    }
}
