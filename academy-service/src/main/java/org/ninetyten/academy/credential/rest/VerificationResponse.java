package org.ninetyten.academy.credential.rest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;
import org.ninetyten.academy.credential.Credential;

/** What anybody may learn about a credential: whether it counts, for what and how long. Not whose it is. */
@Schema(examples = """
        {"credentialId": "019ab0d2-7c11-7a3e-9d52-0f6f3f7f1c01", "status": "valid",
         "competency": "IMPLEMENTATION", "level": "SPECIALIST", "validFrom": "2026-11-23", "validUntil": "2027-11-23"}
        """)
record VerificationResponse(
        UUID credentialId,

        @Schema(enumeration = {"valid", "expired", "revoked"})
        String status,

        Competency competency,
        Level level,
        LocalDate validFrom,

        @Schema(description = "The last day on which it counts; absent: without end.") @Nullable
        LocalDate validUntil,

        @Nullable LocalDate revokedOn) {

    static VerificationResponse from(Credential credential, LocalDate today) {
        return new VerificationResponse(
                credential.id(),
                switch (credential.statusOn(today)) {
                    case ACTIVE -> "valid";
                    case EXPIRED -> "expired";
                    case REVOKED -> "revoked";
                },
                credential.competency(),
                credential.level(),
                credential.validFrom(),
                credential.validUntil(),
                credential.revokedAt() == null ? null : LocalDate.ofInstant(credential.revokedAt(), ZoneOffset.UTC));
    }
}
