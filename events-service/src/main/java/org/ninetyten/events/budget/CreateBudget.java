package org.ninetyten.events.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.audit.AuditTrail;
import org.ninetyten.messaging.http.ProblemException;

/** Makes money available for a year, region and currency. */
@ApplicationScoped
public class CreateBudget {

    private final Budgets budgets;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    CreateBudget(Budgets budgets, AuditTrail audit, Clock clock) {
        this.budgets = budgets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates a budget; there is one for each year, region and currency. */
    @Transactional
    public Budget handle(String who, int year, Region region, String currency, long amountMinor) {
        UUID id = budgets.add(year, region, currency, amountMinor, clock.instant())
                .orElseThrow(() -> new ProblemException(
                        EventsProblem.BUDGET_ALREADY_EXISTS,
                        "There is a budget for " + year + ", " + region + ", " + currency));
        audit.record(who, "budget.create", "budget", id, null, Map.of("amountMinor", amountMinor), null);
        return budgets.findById(id);
    }
}
