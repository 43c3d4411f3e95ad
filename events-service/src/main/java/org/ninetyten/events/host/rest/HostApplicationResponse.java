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
@Schema(examples = """
        {"id": "0193a1b2-0000-7000-8000-000000000091", "partnerId": "0193a1b2-0000-7000-8000-0000000000a1",
         "status": "APPROVED", "late": false, "budgetId": "0193a1b2-0000-7000-8000-0000000000b1", "region": "CIS",
         "year": 2026, "city": "Kazan", "country": "RU", "topic": "Integration in practice",
         "title": "Ninety per cent is yours", "startsAt": "2026-12-15T10:00:00", "timeZone": "Europe/Moscow",
         "capacity": 60, "plan": "Two talks and a workshop.", "costMinor": 400000, "currency": "EUR",
         "policyVersion": 1, "submittedAt": "2026-11-20T09:00:00Z", "decidedAt": "2026-11-23T09:00:00Z",
         "approvedMinor": 200000, "eventId": "0193a1b2-0000-7000-8000-0000000000e1"}
        """)
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
