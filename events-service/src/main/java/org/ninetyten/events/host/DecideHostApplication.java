package org.ninetyten.events.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.audit.AuditTrail;
import org.ninetyten.events.budget.Budget;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.marketingevent.EventPlan;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.ScheduleEvent;
import org.ninetyten.events.partner.HostPartners;
import org.ninetyten.events.policy.ProgrammePolicies;
import org.ninetyten.messaging.http.ProblemException;

/** Marketing reviews, approves or rejects an application. */
@ApplicationScoped
public class DecideHostApplication {

    private static final String SUBJECT = "host-application";

    private final HostApplications applications;
    private final HostPartners partners;
    private final Budgets budgets;
    private final ScheduleEvent scheduleEvent;
    private final ProgrammePolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    DecideHostApplication(
            HostApplications applications,
            HostPartners partners,
            Budgets budgets,
            ScheduleEvent scheduleEvent,
            ProgrammePolicies policies,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.partners = partners;
        this.budgets = budgets;
        this.scheduleEvent = scheduleEvent;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the application under review. */
    @Transactional
    public HostApplication review(UUID id) {
        HostApplication application = applications.lock(id);
        application.review();
        return application;
    }

    /**
     * Approves the application: reserves its money, at most the programme's share of the expected cost, and schedules
     * the event. A late application needs a waiver, which is recorded; the event may even have started by then.
     */
    @Transactional
    public HostApplication approve(String who, UUID id, long upToMinor, @Nullable String waiver) {
        Instant now = clock.instant();
        HostApplication application = applications.lock(id);
        application.mustBeApprovable(waiver);
        if (!partners.isActive(application.partnerId())) {
            throw new ProblemException(EventsProblem.PARTNER_NOT_ACTIVE, "The partner is not active any more");
        }
        long approvedMinor = Math.min(
                upToMinor, policies.version(application.policyVersion()).share().of(application.costMinor()));
        if (approvedMinor == 0) {
            throw ProblemException.invalid("approvedMinor", "leaves nothing to reserve of the expected cost");
        }
        UUID budgetId = budgetOf(application);
        ApplicationStatus before = application.status();
        MarketingEvent event = scheduleEvent.handle(new EventPlan(
                application.id(),
                application.partnerId(),
                budgetId,
                application.currency(),
                approvedMinor,
                application.policyVersion(),
                application.title(),
                application.topic(),
                application.city(),
                application.country(),
                application.startsAt(),
                ZoneId.of(application.timeZone()),
                application.capacity()));
        application.approve(budgetId, approvedMinor, event.id(), waiver, now);
        audit.record(
                who,
                "host-application.approve",
                SUBJECT,
                id,
                Map.of("status", before),
                Map.of(
                        "status",
                        application.status(),
                        "reservedMinor",
                        approvedMinor,
                        "budgetId",
                        budgetId,
                        "eventId",
                        event.id(),
                        "late",
                        application.late(),
                        "recordedAfterTheStart",
                        event.hasStarted(now)),
                application.waiverReason());
        return application;
    }

    /** Rejects the application with a reason. */
    @Transactional
    public HostApplication reject(String who, UUID id, String reason) {
        HostApplication application = applications.lock(id);
        ApplicationStatus before = application.status();
        application.reject(reason, clock.instant());
        audit.record(
                who,
                "host-application.reject",
                SUBJECT,
                id,
                Map.of("status", before),
                Map.of("status", application.status()),
                reason);
        return application;
    }

    private UUID budgetOf(HostApplication application) {
        UUID named = application.budgetId();
        if (named != null) {
            return named;
        }
        return budgets.of(application.year(), application.region(), application.currency())
                .map(Budget::id)
                .orElseThrow(() -> new ProblemException(
                        EventsProblem.NO_BUDGET,
                        "There is no budget for " + application.year() + ", " + application.region() + ", "
                                + application.currency()));
    }
}
