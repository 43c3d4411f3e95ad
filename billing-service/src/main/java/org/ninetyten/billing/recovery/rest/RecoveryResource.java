package org.ninetyten.billing.recovery.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.recovery.Recoveries;
import org.ninetyten.billing.recovery.RecoveryPlan;
import org.ninetyten.messaging.http.Caller;

/** What a partner was paid and owes back, and how it comes out of its statements. */
@Path("/v1/partners/{partnerId}/recovery")
@Tag(name = "Accruals")
class RecoveryResource {

    private final Recoveries recoveries;
    private final SplitPlans plans;
    private final Caller caller;
    private final Clock clock;

    RecoveryResource(Recoveries recoveries, SplitPlans plans, Caller caller, Clock clock) {
        this.recoveries = recoveries;
        this.plans = plans;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "What a partner owes back by currency, and what its next statement would take of it",
            description = "A statement loses at most the plan's share to recovery; the oldest debt is taken first.")
    public List<CurrencyPlan> plan(@PathParam("partnerId") UUID partnerId) {
        caller.mustOwn(partnerId, "partner", partnerId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int limit = plans.on(today).terms().recoveryLimitBasisPoints();
        Map<String, List<Recoveries.Debt>> debts = new TreeMap<>();
        recoveries
                .openOf(partnerId)
                .forEach(debt -> debts.computeIfAbsent(debt.currency(), currency -> new ArrayList<>())
                        .add(debt));
        Map<String, Long> payable = recoveries.payableOf(partnerId);
        return debts.entrySet().stream()
                .map(one ->
                        CurrencyPlan.of(one.getKey(), one.getValue(), payable.getOrDefault(one.getKey(), 0L), limit))
                .toList();
    }

    /** The plan of one currency. */
    @Schema(examples = """
            {"currency": "EUR", "limitBasisPoints": 5000, "owedMinor": 20000, "clearedMinor": 30000,
             "nextStatementTakesMinor": 15000, "remainingMinor": 5000, "debts": []}
            """)
    record CurrencyPlan(
            String currency,

            @Schema(description = "What recovery may take of a statement.")
            int limitBasisPoints,

            long owedMinor,

            @Schema(description = "What is cleared for the next statement by now.")
            long clearedMinor,

            long nextStatementTakesMinor,
            long remainingMinor,
            List<DebtResponse> debts) {

        static CurrencyPlan of(String currency, List<Recoveries.Debt> debts, long cleared, int limit) {
            RecoveryPlan plan = RecoveryPlan.of(
                    debts.stream()
                            .filter(debt -> debt.state() == AccrualState.CLEARED)
                            .map(debt -> new RecoveryPlan.Open(debt.id(), debt.remainingMinor()))
                            .toList(),
                    cleared,
                    limit);
            long owed =
                    debts.stream().mapToLong(Recoveries.Debt::remainingMinor).reduce(0, Math::addExact);
            return new CurrencyPlan(
                    currency,
                    limit,
                    owed,
                    cleared,
                    plan.takenMinor(),
                    Math.subtractExact(owed, plan.takenMinor()),
                    debts.stream().map(DebtResponse::from).toList());
        }
    }

    /** What is owed back for one line. */
    record DebtResponse(
            UUID accrualId,
            @Nullable UUID dealId,
            @Nullable UUID lineId,
            long owedMinor,
            long recoveredMinor,
            long remainingMinor,
            Instant since,

            @Schema(description = "FROZEN: it waits for a decision, and no statement takes of it.")
            AccrualState state) {

        static DebtResponse from(Recoveries.Debt debt) {
            return new DebtResponse(
                    debt.id(),
                    debt.dealId(),
                    debt.lineId(),
                    debt.owedMinor(),
                    debt.recoveredMinor(),
                    debt.remainingMinor(),
                    debt.since(),
                    debt.state());
        }
    }
}
