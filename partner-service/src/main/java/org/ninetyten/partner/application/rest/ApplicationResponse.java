package org.ninetyten.partner.application.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.application.Application;
import org.ninetyten.partner.application.ApplicationForm;
import org.ninetyten.partner.application.ApplicationSource;
import org.ninetyten.partner.application.ApplicationStatus;
import org.ninetyten.partner.application.RejectionReason;
import org.ninetyten.partner.vocabulary.IncomePoint;

/** An application as partner managers see it. */
@Schema(examples = """
        {"id": "01994d39-1a00-7a10-8c22-0f1e2d3c4b5a", "status": "SUBMITTED", "legalName": "Almaty Soft LLP",
         "taxId": "KZ-123456789012", "country": "KZ", "city": "Almaty", "languages": ["kk", "ru"],
         "services": ["LICENCE", "IMPLEMENTATION"], "timeZone": "Asia/Almaty", "contactName": "Dana Omarova",
         "contactEmail": "dana@almaty-soft.example", "source": "WEBSITE",
         "message": "We have implemented similar products for ten years.", "submittedAt": "2026-11-20T06:00:00Z"}
        """)
public record ApplicationResponse(
        UUID id,
        ApplicationStatus status,
        String legalName,
        String taxId,
        String country,
        String city,
        List<String> languages,
        List<IncomePoint> services,
        String timeZone,
        String contactName,
        String contactEmail,
        ApplicationSource source,
        @Nullable String campaign,
        @Nullable String message,
        Instant submittedAt,
        @Nullable String screenedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable RejectionReason rejectionReason,
        @Nullable LocalDate reapplyOn,
        @Nullable Integer policyVersion,
        @Nullable UUID partnerId) {

    static ApplicationResponse from(Application application) {
        ApplicationForm form = application.form();
        return new ApplicationResponse(
                application.id(),
                application.status(),
                form.legalName(),
                form.taxId(),
                form.country(),
                form.city(),
                form.languages(),
                form.services(),
                form.timeZone(),
                form.contactName(),
                form.contactEmail(),
                form.source(),
                form.campaign(),
                form.message(),
                application.submittedAt(),
                application.screenedBy(),
                application.decidedAt(),
                application.decidedBy(),
                application.rejectionReason(),
                application.reapplyOn(),
                application.policyVersion(),
                application.partnerId());
    }
}
