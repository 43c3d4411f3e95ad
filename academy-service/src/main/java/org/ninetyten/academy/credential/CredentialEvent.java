package org.ninetyten.academy.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;

/** What happened to a credential. */
public sealed interface CredentialEvent {

    /** A person holds a credential from now on. */
    record Granted(
            UUID credentialId,
            UUID staffId,
            UUID partnerId,
            Competency competency,
            Level level,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Instant occurredAt)
            implements CredentialEvent {}

    /** A credential counts no more. */
    record Revoked(
            UUID credentialId,
            UUID staffId,
            UUID partnerId,
            Competency competency,
            RevocationReason reason,
            Instant occurredAt)
            implements CredentialEvent {}
}
