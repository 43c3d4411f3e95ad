package org.ninetyten.academy.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;
import org.ninetyten.messaging.http.ProblemException;

class CredentialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final CredentialPolicy POLICY = new CredentialPolicy(1, null, 12, 24);

    @Test
    void aSpecialistHasAYearAnExpertTwoAndABeginnerAllTime() {
        assertEquals(LocalDate.of(2027, 11, 23), granted(Level.SPECIALIST, null).validUntil());
        assertEquals(LocalDate.of(2028, 11, 23), granted(Level.EXPERT, null).validUntil());
        assertNull(granted(Level.BASIC, null).validUntil());
    }

    @Test
    void aCourseMaySetAValidityOfItsOwn() {
        assertEquals(LocalDate.of(2027, 5, 23), granted(Level.BASIC, 6).validUntil());
    }

    @Test
    void itCountsOnItsLastDayAndNotOnTheNext() {
        Credential credential = granted(Level.SPECIALIST, null);
        assertEquals(CredentialStatus.ACTIVE, credential.statusOn(LocalDate.of(2027, 11, 23)));
        assertEquals(CredentialStatus.EXPIRED, credential.statusOn(LocalDate.of(2027, 11, 24)));
    }

    @Test
    void aRevokedCredentialStaysRevoked() {
        Credential credential = granted(Level.SPECIALIST, null);
        CredentialEvent.Revoked event = credential.revoke(RevocationReason.CHEATING, null, NOW);
        assertEquals(RevocationReason.CHEATING, event.reason());
        assertEquals(CredentialStatus.REVOKED, credential.statusOn(TODAY));
        assertEquals(CredentialStatus.REVOKED, credential.statusOn(TODAY.plusYears(3)));
        assertThrows(ProblemException.class, () -> credential.revoke(RevocationReason.HOLDERS_REQUEST, null, NOW));
    }

    private static Credential granted(Level level, @Nullable Integer ownMonths) {
        return Credential.grant(
                new GrantCredential.Command(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Competency.IMPLEMENTATION,
                        level,
                        ownMonths),
                POLICY,
                TODAY,
                NOW);
    }
}
