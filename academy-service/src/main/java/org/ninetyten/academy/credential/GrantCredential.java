package org.ninetyten.academy.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;

/** Grants the credential of a passed attempt, in the transaction that grades it. */
@ApplicationScoped
public class GrantCredential {

    private final Credentials credentials;
    private final CredentialPolicies policies;
    private final CredentialEvents events;
    private final Clock clock;

    GrantCredential(Credentials credentials, CredentialPolicies policies, CredentialEvents events, Clock clock) {
        this.credentials = credentials;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** What was passed, by whom; the course's own validity if it has one. */
    public record Command(
            UUID credentialId,
            UUID attemptId,
            UUID staffId,
            UUID partnerId,
            Competency competency,
            Level level,
            @Nullable Integer validityMonths) {}

    @Transactional(TxType.MANDATORY)
    public void handle(Command earned) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Credential credential = Credential.grant(earned, policies.on(today), today, now);
        credentials.persistAndFlush(credential);
        events.publish(credential.granted());
    }
}
