package org.ninetyten.billing.payout;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** All payout runs. */
@ApplicationScoped
@Transactional
public class PayoutRuns {

    private final Database database;

    PayoutRuns(Database database) {
        this.database = database;
    }

    void add(UUID id, String by, Instant now) {
        database.update(
                "insert into payout_run (id, started_at, started_by, state) values (?, ?, ?, 'RUNNING')", id, now, by);
    }

    public Optional<PayoutRun> find(UUID id) {
        return database.first("select * from payout_run where id = ?", PayoutRuns::read, id);
    }

    /** Runs, newest first. */
    public List<PayoutRun> list(@Nullable UUID before, int limit) {
        return database.query(
                "select * from payout_run where (?::uuid is null or id < ?::uuid) order by id desc limit ?",
                PayoutRuns::read,
                before,
                before,
                limit);
    }

    /** The oldest run that goes on, unless another instance is at it. */
    Optional<PayoutRun> lockRunning() {
        return database.first(
                "select * from payout_run where state = 'RUNNING' order by started_at limit 1 for update skip locked",
                PayoutRuns::read);
    }

    Optional<PayoutRun> lockRunning(UUID id) {
        return database.first(
                "select * from payout_run where id = ? and state = 'RUNNING' for update", PayoutRuns::read, id);
    }

    void keep(PayoutRun run) {
        database.update(
                """
                update payout_run set state = ?, after_partner = ?::uuid, finished_at = ?, drafted = ?, rolled_over = ?,
                       without_account = ?, nothing_due = ?, without_rate = ? where id = ?""",
                run.done() ? "DONE" : "RUNNING",
                run.afterPartner(),
                run.finishedAt(),
                run.drafted(),
                run.rolledOver(),
                run.withoutAccount(),
                run.nothingDue(),
                run.withoutRate(),
                run.id());
    }

    private static PayoutRun read(ResultSet row) throws SQLException {
        return new PayoutRun(
                row.getObject("id", UUID.class),
                requireNonNull(Database.instant(row, "started_at")),
                row.getString("started_by"),
                row.getString("state").equals("DONE"),
                row.getObject("after_partner", UUID.class),
                row.getObject("finished_at") == null ? null : Database.instant(row, "finished_at"),
                row.getInt("drafted"),
                row.getInt("rolled_over"),
                row.getInt("without_account"),
                row.getInt("nothing_due"),
                row.getInt("without_rate"));
    }
}
