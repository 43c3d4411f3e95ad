package org.ninetyten.leadrouting.customer;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;

/**
 * Takes customers from partners that have been suspended or terminated for too long. The days are counted from the first
 * look that found the partner out, an hour late at most. Several instances share the work.
 */
@ApplicationScoped
public class LapsePartnersOfRecord {

    private static final int AT_ONCE = 500;

    private final Customers customers;
    private final DealPolicies policies;
    private final CustomerEvents events;
    private final Clock clock;

    LapsePartnersOfRecord(Customers customers, DealPolicies policies, CustomerEvents events, Clock clock) {
        this.customers = customers;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** Takes up to five hundred customers and says how many there were. */
    @Transactional
    public int lapseDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DealPolicy policy = policies.validAt(now);
        customers.notePartnersOut(now);
        List<PartnerOfRecordMove> moves =
                customers.lapse(policy.plusDays(now, -policy.partnerOfRecordLapseDays()), now, AT_ONCE);
        events.publish(moves);
        return moves.size();
    }

    @Scheduled(every = "1h", identity = "partners-of-record", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (lapseDue() == AT_ONCE) {
            // There may be more.
        }
    }
}
