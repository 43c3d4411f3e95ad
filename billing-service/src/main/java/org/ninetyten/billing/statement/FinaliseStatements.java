package org.ninetyten.billing.statement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.ninetyten.billing.database.Database;
import org.ninetyten.messaging.Correlation;

/** Makes what partners didn't object to payable. Runs on every instance; none waits for another. */
@ApplicationScoped
public class FinaliseStatements {

    private static final String NAME = "end of the objections";
    private static final int AT_ONCE = 2_000;

    private final Database database;
    private final Clock clock;

    FinaliseStatements(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        handle();
    }

    /**
     * Makes statements final whose time for objections is over, and lines of final statements payable: all but those that
     * are frozen, which follow when they are released.
     *
     * @return how many lines are payable now that were not
     */
    public int handle() {
        Instant now = clock.instant();
        int finals;
        do {
            finals = QuarkusTransaction.requiringNew().call(() -> database.update("""
                    update statement set state = 'FINAL', final_at = ? where id in (
                        select id from statement where state = 'ISSUED' and objections_until <= ?
                        order by objections_until limit ? for no key update skip locked)""", now, now, AT_ONCE));
        } while (finals == AT_ONCE);
        int payable = 0;
        int moved;
        do {
            moved = QuarkusTransaction.requiringNew().call(() -> move(now));
            payable += moved;
        } while (moved > 0);
        return payable;
    }

    private int move(Instant now) {
        return database.update(
                """
                with due as (
                    select a.id from accrual a join statement s on s.id = a.statement_id
                    where a.state = 'STATED' and s.state = 'FINAL' limit ? for no key update of a skip locked),
                moved as (
                    update accrual a set state = 'PAYABLE', state_since = ?, state_reason = ?
                    from due where due.id = a.id returning a.id)
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                select id, 'STATED', 'PAYABLE', ?, ?, ?, ? from moved""",
                AT_ONCE * 5,
                now,
                "nobody objected in time",
                now,
                "nobody objected in time",
                NAME,
                Correlation.current());
    }
}
