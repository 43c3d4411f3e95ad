package org.ninetyten.events.marketingevent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.policy.ProgrammePolicies;

/** Schedules an event and reserves its money, both or none. */
@ApplicationScoped
public class ScheduleEvent {

    private final MarketingEvents events;
    private final Budgets budgets;
    private final ProgrammePolicies policies;
    private final EventFacts facts;
    private final Clock clock;

    @Inject
    ScheduleEvent(MarketingEvents events, Budgets budgets, ProgrammePolicies policies, EventFacts facts, Clock clock) {
        this.events = events;
        this.budgets = budgets;
        this.policies = policies;
        this.facts = facts;
        this.clock = clock;
    }

    /** Schedules the event, or refuses when its topic is on nearby or the budget has not enough left. */
    @Transactional
    public MarketingEvent handle(EventPlan plan) {
        Instant now = clock.instant();
        events.lockPlaceAndTopic(plan.country(), plan.city(), plan.topic());
        events.mustBeApart(
                plan.country(),
                plan.city(),
                plan.topic(),
                plan.startsAt().toLocalDate(),
                policies.version(plan.policyVersion()).topicGapDays());
        MarketingEvent event = MarketingEvent.schedule(plan, now);
        events.persist(event);
        facts.publish(new EventFact.Scheduled(event, now));
        budgets.reserve(plan.budgetId(), plan.approvedMinor());
        return event;
    }
}
