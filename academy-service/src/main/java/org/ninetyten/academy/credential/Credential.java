package org.ninetyten.academy.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;
import org.ninetyten.messaging.http.ProblemException;

/** What a person has shown to know, from a day on and mostly until one. */
@Entity
public class Credential {

    @Id
    private UUID id;

    @Column(name = "attempt_id", updatable = false)
    private @Nullable UUID attemptId;

    @Column(name = "external_id", updatable = false)
    private @Nullable String externalId;

    @Column(name = "staff_id", updatable = false)
    private UUID staffId;

    @Column(name = "partner_id", updatable = false)
    private UUID partnerId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Competency competency;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Level level;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @Column(name = "valid_until", updatable = false)
    private @Nullable LocalDate validUntil;

    @Column(name = "policy_version", updatable = false)
    private @Nullable Integer policyVersion;

    @Column(name = "granted_at", updatable = false)
    private Instant grantedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "revocation_reason")
    private @Nullable RevocationReason revocationReason;

    @Column(name = "revocation_note")
    private @Nullable String revocationNote;

    @SuppressWarnings("NullAway.Init")
    protected Credential() {}

    private Credential(GrantCredential.Command earned, CredentialPolicy policy, LocalDate today, Instant now) {
        this.id = earned.credentialId();
        this.attemptId = earned.attemptId();
        this.staffId = earned.staffId();
        this.partnerId = earned.partnerId();
        this.competency = earned.competency();
        this.level = earned.level();
        this.validFrom = today;
        this.validUntil = policy.validUntil(earned.level(), earned.validityMonths(), today)
                .orElse(null);
        this.policyVersion = policy.version();
        this.grantedAt = now;
    }

    /** The credential that a passed attempt earns, valid from today for as long as the policy says. */
    public static Credential grant(
            GrantCredential.Command earned, CredentialPolicy policy, LocalDate today, Instant now) {
        return new Credential(earned, policy, today, now);
    }

    /** Whether it counts on a day. It counts on its last day, and not on the next. */
    public CredentialStatus statusOn(LocalDate day) {
        if (revokedAt != null) {
            return CredentialStatus.REVOKED;
        }
        return validUntil != null && day.isAfter(validUntil) ? CredentialStatus.EXPIRED : CredentialStatus.ACTIVE;
    }

    /** Takes the credential back, for good; an expired one too, since an expired one was right while it lasted. */
    public CredentialEvent.Revoked revoke(RevocationReason reason, @Nullable String note, Instant now) {
        if (revokedAt != null) {
            throw ProblemException.illegalState("The credential is revoked already.", Set.of());
        }
        revokedAt = now;
        revocationReason = reason;
        revocationNote = note;
        return new CredentialEvent.Revoked(id, staffId, partnerId, competency, reason, now);
    }

    CredentialEvent.Granted granted() {
        return new CredentialEvent.Granted(id, staffId, partnerId, competency, level, validFrom, validUntil, grantedAt);
    }

    public UUID id() {
        return id;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public UUID staffId() {
        return staffId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public Competency competency() {
        return competency;
    }

    public Level level() {
        return level;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable LocalDate validUntil() {
        return validUntil;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    public @Nullable RevocationReason revocationReason() {
        return revocationReason;
    }
}
