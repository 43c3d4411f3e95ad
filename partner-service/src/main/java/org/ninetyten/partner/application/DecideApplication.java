package org.ninetyten.partner.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;
import org.ninetyten.partner.partner.Capacity;
import org.ninetyten.partner.partner.City;
import org.ninetyten.partner.partner.Newcomer;
import org.ninetyten.partner.partner.OnboardPartner;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.PartnerProfile;
import org.ninetyten.partner.partner.Territory;
import org.ninetyten.partner.vocabulary.Region;

/** What a partner manager does with an application. */
@ApplicationScoped
public class DecideApplication {

    /** What the manager adds to the form when approving. */
    public record Terms(Region region, List<City> cities, Territory territory, Capacity capacity) {}

    private final Applications applications;
    private final ApplicationPolicies policies;
    private final OnboardPartner onboardPartner;
    private final ApplicationEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    DecideApplication(
            Applications applications,
            ApplicationPolicies policies,
            OnboardPartner onboardPartner,
            ApplicationEvents events,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.policies = policies;
        this.onboardPartner = onboardPartner;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins to look at it. */
    @Transactional
    public Application screen(UUID id, String by) {
        Application application = applications.locked(id);
        application.screen(by);
        return application;
    }

    /** Makes the company a partner, in the same transaction. */
    @Transactional
    public Application approve(UUID id, Terms terms, String by) {
        Application application = applications.locked(id);
        application.mustBeDecidable();
        ApplicationForm form = application.form();
        Partner partner = onboardPartner.onboard(
                new Newcomer(
                        null,
                        new PartnerProfile(
                                form.legalName(),
                                form.taxId(),
                                form.country(),
                                terms.region(),
                                form.languages(),
                                form.timeZone(),
                                terms.cities(),
                                form.services(),
                                terms.territory(),
                                terms.capacity())),
                by,
                "application " + id + " approved");
        ApplicationEvent.Decided decided = application.approve(partner.id(), by, clock.instant());
        events.publish(decided);
        remember(decided, application, by);
        return application;
    }

    /** Rejects it for a coded reason. */
    @Transactional
    public Application reject(UUID id, RejectionReason reason, String by) {
        Application application = applications.locked(id);
        Instant now = clock.instant();
        ApplicationPolicy policy = policies.validOn(LocalDate.ofInstant(now, ZoneOffset.UTC));
        ApplicationEvent.Decided decided = application.reject(reason, policy, by, now);
        events.publish(decided);
        remember(decided, application, by);
        return application;
    }

    private void remember(ApplicationEvent.Decided decided, Application application, String by) {
        RejectionReason reason = decided.reason();
        audit.append(new AuditEntry(
                by,
                "application.decided",
                "application",
                application.id(),
                decided.partnerId(),
                Map.of("status", ApplicationStatus.SCREENING),
                Map.of("status", application.status()),
                reason == null ? null : reason.name()));
    }
}
