package org.ninetyten.billing.accrual;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Ends holds and freezes whose time is over. Runs on every instance; none waits for another. */
@ApplicationScoped
public class ReleaseHolds {

    static final String NAME = "release of holds";
    private static final int AT_ONCE = 10_000;

    private final Accruals accruals;
    private final Clock clock;

    ReleaseHolds(Accruals accruals, Clock clock) {
        this.accruals = accruals;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        handle(clock.instant());
    }

    /**
     * Clears what was held long enough and lets go what nobody decided about in time, in transactions of some thousand.
     *
     * @return how many accruals moved
     */
    public int handle(Instant now) {
        int released = QuarkusTransaction.requiringNew()
                .call(() -> accruals.releaseUndecided(now, "nobody decided in time", NAME));
        int cleared;
        do {
            cleared = QuarkusTransaction.requiringNew()
                    .call(() -> accruals.clear(now, AT_ONCE, "the hold has ended", NAME));
            released += cleared;
        } while (cleared == AT_ONCE);
        return released;
    }
}
