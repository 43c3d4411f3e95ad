package org.ninetyten.partner.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an application. */
public sealed interface ApplicationEvent {

    /** It was approved, with the partner that it became, or rejected, with the reason. */
    record Decided(
            UUID applicationId,
            ApplicationSource source,
            String country,
            @Nullable RejectionReason reason,
            @Nullable UUID partnerId,
            Instant at)
            implements ApplicationEvent {}
}
