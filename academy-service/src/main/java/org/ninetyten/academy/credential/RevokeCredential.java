package org.ninetyten.academy.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.audit.AuditTrail;
import org.ninetyten.messaging.http.ProblemException;

/** Takes a credential back. */
@ApplicationScoped
public class RevokeCredential {

    private final Credentials credentials;
    private final CredentialEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    RevokeCredential(Credentials credentials, CredentialEvents events, AuditTrail audit, Clock clock) {
        this.credentials = credentials;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Credential handle(UUID id, RevocationReason reason, @Nullable String note, String who) {
        Credential credential = credentials
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("credential", id));
        Instant now = clock.instant();
        CredentialStatus before = credential.statusOn(LocalDate.ofInstant(now, clock.getZone()));
        events.publish(credential.revoke(reason, note, now));
        audit.append(new AuditTrail.Change(
                who,
                "revoke-credential",
                "credential",
                id.toString(),
                before.name(),
                CredentialStatus.REVOKED.name(),
                note == null ? reason.name() : reason + ": " + note));
        return credential;
    }
}
