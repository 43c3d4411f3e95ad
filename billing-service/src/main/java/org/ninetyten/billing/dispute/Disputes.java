package org.ninetyten.billing.dispute;

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

/** All disputes. */
@ApplicationScoped
public class Disputes {

    private static final String SELECT = "select d.*, a.currency from dispute d join accrual a on a.id = d.accrual_id ";

    private final Database database;

    Disputes(Database database) {
        this.database = database;
    }

    /** Where a page ended. */
    public record Before(Instant openedAt, UUID id) {}

    /**
     * How often lines are disputed.
     *
     * @param perHundredStatements disputes opened since, for each hundred statements issued since; 0 without statements
     */
    public record Rate(double perHundredStatements, long open, long overdue) {}

    /** One dispute. */
    @Transactional
    public Optional<Dispute> find(UUID id) {
        return database.first(SELECT + "where d.id = ?", Disputes::read, id);
    }

    /** Disputes, the newest first: of all partners or of one, in any state or in one, late ones only or all. */
    @Transactional
    public List<Dispute> newest(
            @Nullable UUID partnerId,
            @Nullable DisputeState state,
            @Nullable Instant overdueAt,
            int limit,
            @Nullable Before before) {
        return database.query(
                SELECT + """
                where (?::uuid is null or d.partner_id = ?::uuid) and (?::text is null or d.state = ?::text)
                    and (?::timestamptz is null or d.state = 'OPEN' and d.answer_due < ?::timestamptz)
                    and (?::timestamptz is null or (d.opened_at, d.id) < (?::timestamptz, ?::uuid))
                order by d.opened_at desc, d.id desc limit ?""",
                Disputes::read,
                partnerId,
                partnerId,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                overdueAt,
                overdueAt,
                before == null ? null : before.openedAt(),
                before == null ? null : before.openedAt(),
                before == null ? null : before.id(),
                limit);
    }

    /** Disputes against statements since an instant, and what is open now. */
    @Transactional
    public Rate rate(Instant since, Instant now) {
        return database.first(
                        """
                        select (select count(*) from dispute where opened_at >= ?) as disputes,
                            (select count(*) from statement where issued_at >= ?) as statements,
                            count(*) as open, count(*) filter (where answer_due < ?) as overdue
                        from dispute where state = 'OPEN'""",
                        row -> {
                            long statements = row.getLong("statements");
                            return new Rate(
                                    statements == 0 ? 0 : 100.0 * row.getLong("disputes") / statements,
                                    row.getLong("open"),
                                    row.getLong("overdue"));
                        },
                        since,
                        since,
                        now)
                .orElseThrow();
    }

    /** Reads a dispute that the caller is about to end; nobody else ends it meanwhile. */
    Optional<Dispute> lock(UUID id) {
        return database.first(SELECT + "where d.id = ? for no key update of d", Disputes::read, id);
    }

    void add(Dispute dispute, int policyVersion) {
        database.update(
                """
                insert into dispute (id, partner_id, accrual_id, statement_id, reason, text, opened_at, opened_by, answer_due,
                    policy_version, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                dispute.id(),
                dispute.partnerId(),
                dispute.accrualId(),
                dispute.statementId(),
                dispute.reason().name(),
                dispute.text(),
                dispute.openedAt(),
                dispute.openedBy(),
                dispute.answerDue(),
                policyVersion,
                dispute.state().name());
    }

    void end(Dispute dispute) {
        database.update(
                """
                update dispute set state = ?, answer = ?, answered_at = ?, answered_by = ?, correction_minor = ?,
                    correction_accrual_id = ? where id = ?""",
                dispute.state().name(),
                dispute.answer(),
                dispute.answeredAt(),
                dispute.answeredBy(),
                dispute.correctionMinor(),
                dispute.correctionAccrualId(),
                dispute.id());
    }

    private static Dispute read(ResultSet row) throws SQLException {
        return new Dispute(
                row.getObject("id", UUID.class),
                row.getObject("partner_id", UUID.class),
                row.getObject("accrual_id", UUID.class),
                row.getObject("statement_id", UUID.class),
                row.getString("currency"),
                DisputeReason.valueOf(row.getString("reason")),
                row.getString("text"),
                Database.instant(row, "opened_at"),
                row.getString("opened_by"),
                Database.instant(row, "answer_due"),
                DisputeState.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getObject("answered_at") == null ? null : Database.instant(row, "answered_at"),
                row.getString("answered_by"),
                row.getLong("correction_minor"),
                row.getObject("correction_accrual_id", UUID.class));
    }
}
