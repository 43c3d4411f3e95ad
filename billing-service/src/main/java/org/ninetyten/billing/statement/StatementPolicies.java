package org.ninetyten.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ninetyten.billing.database.Database;

/** All versions of the policy. */
@ApplicationScoped
public class StatementPolicies {

    private final Database database;

    StatementPolicies(Database database) {
        this.database = database;
    }

    /** The version that is valid on a day. */
    @Transactional
    public StatementPolicy on(LocalDate day) {
        return database.first(
                        "select * from statement_policy where valid_from <= ? order by valid_from desc limit 1",
                        StatementPolicies::read,
                        day)
                .orElseThrow(() -> new IllegalStateException("No policy of statements is valid on " + day));
    }

    /** All versions, the latest first. */
    @Transactional
    public List<StatementPolicy> all() {
        return database.query("select * from statement_policy order by valid_from desc", StatementPolicies::read);
    }

    /** Adds a version; its number must be free. */
    void add(StatementPolicy policy, Instant createdAt, String by, String why) {
        database.update(
                """
                insert into statement_policy (version, valid_from, close_after_days, objection_days, payout_days,
                    dispute_answer_days, created_at, created_by, why)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                policy.version(),
                policy.validFrom(),
                policy.closeAfterDays(),
                policy.objectionDays(),
                policy.payoutDays(),
                policy.disputeAnswerDays(),
                createdAt,
                by,
                why);
    }

    /** Lets one version be written at a time. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtext('statement_policy'))", row -> true);
    }

    private static StatementPolicy read(ResultSet row) throws SQLException {
        return new StatementPolicy(
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getInt("close_after_days"),
                row.getInt("objection_days"),
                row.getInt("payout_days"),
                row.getInt("dispute_answer_days"));
    }
}
