package org.ninetyten.partner.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.vocabulary.IncomePoint;

/** A company that wants to become a partner. */
@Entity
public class Application {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private String legalName;
    private String taxId;
    private String country;
    private String city;
    private List<String> languages;
    private List<String> services;
    private String timeZone;
    private String contactName;
    private String contactEmail;

    @Enumerated(EnumType.STRING)
    private ApplicationSource source;

    private @Nullable String campaign;
    private @Nullable String message;
    private Instant submittedAt;
    private @Nullable String screenedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable RejectionReason rejectionReason;

    private @Nullable LocalDate reapplyOn;
    private @Nullable Integer policyVersion;
    private @Nullable UUID partnerId;

    @Version
    private long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(UUID id, ApplicationForm form, Instant now) {
        this.id = id;
        this.status = ApplicationStatus.SUBMITTED;
        this.legalName = form.legalName();
        this.taxId = form.taxId();
        this.country = form.country();
        this.city = form.city();
        this.languages = form.languages();
        this.services = form.services().stream().map(Enum::name).toList();
        this.timeZone = form.timeZone();
        this.contactName = form.contactName();
        this.contactEmail = form.contactEmail();
        this.source = form.source();
        this.campaign = form.campaign();
        this.message = form.message();
        this.submittedAt = now;
    }

    /** Somebody looks at it. */
    void screen(String by) {
        moveTo(ApplicationStatus.SCREENING);
        screenedBy = by;
    }

    /** Refuses unless the application may be approved now; asked before the partner is made. */
    void mustBeDecidable() {
        mustBecome(ApplicationStatus.APPROVED);
    }

    /** The company is a partner now. */
    ApplicationEvent.Decided approve(UUID newPartnerId, String by, Instant now) {
        moveTo(ApplicationStatus.APPROVED);
        partnerId = newPartnerId;
        decidedBy = by;
        decidedAt = now;
        return decided(now);
    }

    /** Not now, and not again before the policy's date; after fraud never. */
    ApplicationEvent.Decided reject(RejectionReason reason, ApplicationPolicy policy, String by, Instant now) {
        moveTo(ApplicationStatus.REJECTED);
        rejectionReason = reason;
        policyVersion = policy.version();
        reapplyOn = reason.mayReapply() ? policy.reapplyOn(LocalDate.ofInstant(now, ZoneOffset.UTC)) : null;
        decidedBy = by;
        decidedAt = now;
        return decided(now);
    }

    private ApplicationEvent.Decided decided(Instant now) {
        return new ApplicationEvent.Decided(id, source, country, rejectionReason, partnerId, now);
    }

    private void moveTo(ApplicationStatus next) {
        mustBecome(next);
        status = next;
    }

    private void mustBecome(ApplicationStatus next) {
        if (!status.next().contains(next)) {
            throw ProblemException.illegalState(
                    "An application that is " + status + " cannot become " + next + ".", status.next());
        }
    }

    /** Whether it stands in the way of a new application of the same company on the day. */
    boolean forbidsAnotherOn(LocalDate day) {
        return status == ApplicationStatus.REJECTED && (reapplyOn == null || day.isBefore(reapplyOn));
    }

    public UUID id() {
        return id;
    }

    public ApplicationStatus status() {
        return status;
    }

    /** What the company filled in. */
    public ApplicationForm form() {
        return new ApplicationForm(
                legalName,
                taxId,
                country,
                city,
                languages,
                services.stream().map(IncomePoint::valueOf).toList(),
                timeZone,
                contactName,
                contactEmail,
                source,
                campaign,
                message);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable String screenedBy() {
        return screenedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable RejectionReason rejectionReason() {
        return rejectionReason;
    }

    /** The first day on which a rejected company may apply again; null when it never may. */
    public @Nullable LocalDate reapplyOn() {
        return reapplyOn;
    }

    /** The version of the rules that a rejection followed. */
    public @Nullable Integer policyVersion() {
        return policyVersion;
    }

    /** The partner that it became. */
    public @Nullable UUID partnerId() {
        return partnerId;
    }
}
