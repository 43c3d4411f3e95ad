package org.ninetyten.academy.credential.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;
import org.ninetyten.academy.credential.Credential;
import org.ninetyten.academy.credential.CredentialStatus;
import org.ninetyten.academy.credential.RevocationReason;

/** A credential as the vendor and the partner see it. */
@Schema(examples = """
        {"id": "019ab0d2-7c11-7a3e-9d52-0f6f3f7f1c01", "staffId": "019ab0d2-1f00-7c44-8a10-5a2b7c9d0e11",
         "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "competency": "IMPLEMENTATION", "level": "SPECIALIST",
         "status": "ACTIVE", "validFrom": "2026-11-23", "validUntil": "2027-11-23"}
        """)
record CredentialResponse(
        UUID id,
        @Nullable String externalId,
        UUID staffId,
        UUID partnerId,
        Competency competency,
        Level level,
        CredentialStatus status,
        LocalDate validFrom,

        @Schema(description = "The last day on which it counts; absent: without end.") @Nullable
        LocalDate validUntil,

        @Nullable Instant revokedAt,
        @Nullable RevocationReason revocationReason) {

    static CredentialResponse from(Credential credential, LocalDate today) {
        return new CredentialResponse(
                credential.id(),
                credential.externalId(),
                credential.staffId(),
                credential.partnerId(),
                credential.competency(),
                credential.level(),
                credential.statusOn(today),
                credential.validFrom(),
                credential.validUntil(),
                credential.revokedAt(),
                credential.revocationReason());
    }
}
