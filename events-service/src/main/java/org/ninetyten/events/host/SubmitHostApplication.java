package org.ninetyten.events.host;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.partner.HostPartners;
import org.ninetyten.events.policy.ProgrammePolicies;
import org.ninetyten.events.policy.ProgrammePolicy;
import org.ninetyten.messaging.http.ProblemException;

/** A partner applies to host an event. */
@ApplicationScoped
public class SubmitHostApplication {

    private final HostApplications applications;
    private final HostPartners partners;
    private final Budgets budgets;
    private final MarketingEvents events;
    private final ProgrammePolicies policies;
    private final Clock clock;

    @Inject
    SubmitHostApplication(
            HostApplications applications,
            HostPartners partners,
            Budgets budgets,
            MarketingEvents events,
            ProgrammePolicies policies,
            Clock clock) {
        this.applications = applications;
        this.partners = partners;
        this.budgets = budgets;
        this.events = events;
        this.policies = policies;
        this.clock = clock;
    }

    /** Takes the application of an active partner for a topic that is not on nearby. */
    @Transactional
    public HostApplication handle(UUID partnerId, @Nullable UUID budgetId, HostProposal proposal) {
        Instant now = clock.instant();
        if (!partners.isActive(partnerId)) {
            throw new ProblemException(EventsProblem.PARTNER_NOT_ACTIVE, "The partner is not active");
        }
        if (budgetId != null && !covers(budgetId, proposal)) {
            throw ProblemException.invalid("budgetId", "is no budget for this year, region and currency");
        }
        ProgrammePolicy policy = policies.on(now.atZone(proposal.zone()).toLocalDate());
        events.mustBeApart(
                proposal.country(), proposal.city(), proposal.topic(), proposal.startsOn(), policy.topicGapDays());
        HostApplication application = HostApplication.submit(partnerId, budgetId, proposal, policy, now);
        applications.persist(application);
        return application;
    }

    private boolean covers(UUID budgetId, HostProposal proposal) {
        return budgets.findByIdOptional(budgetId)
                .filter(budget -> budget.covers(proposal.year(), proposal.region(), proposal.currency()))
                .isPresent();
    }
}
