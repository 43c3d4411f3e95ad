package org.ninetyten.events.host.rest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.budget.Region;
import org.ninetyten.events.host.ApplicationStatus;
import org.ninetyten.events.host.HostApplication;

/** A host application as its partner and the vendor see it. */
record HostApplicationResponse(
        UUID id,
        UUID partnerId,
        ApplicationStatus status,

        @Schema(description = "Submitted with less lead time than the policy asks for: approved only with a waiver.")
        boolean late,

        @Nullable UUID budgetId,
        Region region,
        int year,
        String city,
        String country,
        String topic,
        String title,
        LocalDateTime startsAt,
        String timeZone,
        int capacity,
        String plan,
        long costMinor,
        String currency,
        int policyVersion,
        Instant submittedAt,
        @Nullable Instant decidedAt,

        @Schema(description = "Why it was rejected.") @Nullable
        String reason,

        @Schema(description = "Why the lead time was waived.") @Nullable
        String waiverReason,

        @Schema(description = "What was reserved, the most that is paid back.") @Nullable
        Long approvedMinor,

        @Nullable UUID eventId) {

    static HostApplicationResponse from(HostApplication application) {
        return new HostApplicationResponse(
                application.id(),
                application.partnerId(),
                application.status(),
                application.late(),
                application.budgetId(),
                application.region(),
                application.year(),
                application.city(),
                application.country(),
                application.topic(),
                application.title(),
                application.startsAt(),
                application.timeZone(),
                application.capacity(),
                application.plan(),
                application.costMinor(),
                application.currency(),
                application.policyVersion(),
                application.submittedAt(),
                application.decidedAt(),
                application.reason(),
                application.waiverReason(),
                application.approvedMinor(),
                application.eventId());
    }
}
