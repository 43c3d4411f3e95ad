package org.ninetyten.partner.application;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.PartnerProblem;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;

/** Takes in the public form. */
@ApplicationScoped
public class SubmitApplication {

    private final Applications applications;
    private final AuditTrail audit;
    private final Clock clock;

    SubmitApplication(Applications applications, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the application, unless the same company was rejected and may not apply again yet. */
    @Transactional
    public Application submit(ApplicationForm form, String by) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean tooEarly = applications.of(form.country(), form.taxId()).stream()
                .anyMatch(earlier -> earlier.forbidsAnotherOn(today));
        if (tooEarly) {
            // The same words for every reason, and no date: the form is public, a rejection is not.
            throw new ProblemException(
                    PartnerProblem.APPLICATION_NOT_POSSIBLE, "Ask the partner managers about this company.");
        }
        Application application = new Application(UuidCreator.getTimeOrderedEpoch(), form, now);
        applications.persist(application);
        audit.append(new AuditEntry(
                by,
                "application.submitted",
                "application",
                application.id(),
                null,
                null,
                Map.of("fields", List.of("contactName", "contactEmail"), "consent", true),
                null));
        return application;
    }
}
