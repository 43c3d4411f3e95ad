package org.ninetyten.events.claim;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.events.audit.AuditTrail;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.policy.ProgrammePolicies;

/** Frees the money of held events that nobody has claimed for in time. */
@ApplicationScoped
public class ExpireClaims {

    private static final int BATCH = 200;
    private static final String SYSTEM = "events-service";

    private final Claims claims;
    private final MarketingEvents events;
    private final Budgets budgets;
    private final ProgrammePolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ExpireClaims(
            Claims claims,
            MarketingEvents events,
            Budgets budgets,
            ProgrammePolicies policies,
            AuditTrail audit,
            Clock clock) {
        this.claims = claims;
        this.events = events;
        this.budgets = budgets;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks through the held events, each in a transaction of its own: one that fails holds up none of the others. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        handle();
    }

    /** Frees what is overdue and returns for how many events. */
    public int handle() {
        Instant now = clock.instant();
        // No zone's wall clock is further ahead; what exactly is over is decided event by event in its own zone.
        LocalDateTime latestWallTime = now.atOffset(ZoneOffset.MAX).toLocalDateTime();
        List<UUID> candidates = QuarkusTransaction.requiringNew()
                .call(() -> events.heldWithReservation(
                        latestWallTime.minusDays(
                                policies.on(latestWallTime.toLocalDate()).claimWindowDays()),
                        BATCH));
        return (int) candidates.stream()
                .filter(event -> QuarkusTransaction.requiringNew().call(() -> expire(event, now)))
                .count();
    }

    private boolean expire(UUID eventId, Instant now) {
        // The claim first and then the event, as whoever decides the claim takes them.
        Optional<Claim> claim = claims.lockOf(eventId);
        MarketingEvent event = events.lock(eventId);
        boolean over = claim.isPresent()
                ? claim.get().expire(now)
                : !claims.existsFor(eventId)
                        && now.atZone(event.zone())
                                .toLocalDate()
                                .isAfter(event.startsOn()
                                        .plusDays(policies.version(event.policyVersion())
                                                .claimWindowDays()));
        if (!over) {
            return false;
        }
        long released = event.endReservation();
        audit.record(
                SYSTEM,
                "claim.expire",
                "event",
                eventId,
                Map.of("reservedMinor", released),
                Map.of("reservedMinor", 0),
                "No claim was submitted in time");
        budgets.release(event.budgetId(), released);
        return true;
    }
}
