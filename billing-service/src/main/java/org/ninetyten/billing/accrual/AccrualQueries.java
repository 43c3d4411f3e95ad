package org.ninetyten.billing.accrual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;

/** Reads of accruals. */
@ApplicationScoped
public class AccrualQueries {

    private static final String SELECT = """
            select a.*, t.trace as whole_trace from accrual a join accrual_with_trace t on t.id = a.id
            """;

    private final Database database;

    AccrualQueries(Database database) {
        this.database = database;
    }

    /**
     * An accrual as it stands.
     *
     * @param trace JSON of how the sum was made
     */
    public record View(
            UUID id,
            UUID partnerId,
            Accrual.Kind kind,
            @Nullable UUID parentId,
            @Nullable UUID dealId,
            @Nullable UUID lineId,
            @Nullable String incomePoint,
            @Nullable UUID reference,
            LocalDate invoiceDate,
            YearMonth statementPeriod,
            String currency,
            long amountMinor,
            @Nullable String zeroReason,
            AccrualState state,
            Instant stateSince,
            @Nullable String stateReason,
            @Nullable Instant heldUntil,
            @Nullable FreezeReason frozenFor,
            @Nullable Instant frozenUntil,
            @Nullable UUID statementId,
            @Nullable UUID journalEntryId,
            Instant postedAt,
            @Nullable String trace) {}

    /** A move of an accrual. */
    public record Move(AccrualState from, AccrualState to, Instant at, String why, String by) {}

    /** What is in a state, by currency. */
    public record InState(AccrualState state, String currency, long count, long amountMinor) {}

    /** Where a page ended. */
    public record Before(Instant postedAt, UUID id) {}

    /** A partner's accruals, newest first. */
    @Transactional
    public List<View> ofPartner(
            UUID partnerId,
            @Nullable AccrualState state,
            @Nullable YearMonth period,
            int limit,
            @Nullable Before before) {
        return database.query(
                SELECT + """
                where a.partner_id = ? and (?::text is null or a.state = ?::text)
                    and (?::date is null or a.statement_period = ?::date)
                    and (?::timestamptz is null or (a.posted_at, a.id) < (?::timestamptz, ?::uuid))
                order by a.posted_at desc, a.id desc limit ?""",
                AccrualQueries::view,
                partnerId,
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                period == null ? null : period.atDay(1),
                period == null ? null : period.atDay(1),
                before == null ? null : before.postedAt(),
                before == null ? null : before.postedAt(),
                before == null ? null : before.id(),
                limit);
    }

    /** One accrual. */
    @Transactional
    public Optional<View> find(UUID id) {
        return database.first(SELECT + "where a.id = ?", AccrualQueries::view, id);
    }

    /** All moves of an accrual after its first state, oldest first. */
    @Transactional
    public List<Move> movesOf(UUID id) {
        return database.query(
                "select * from accrual_move where accrual_id = ? order by ordinal",
                row -> new Move(
                        AccrualState.valueOf(row.getString("from_state")),
                        AccrualState.valueOf(row.getString("to_state")),
                        Database.instant(row, "at"),
                        row.getString("why"),
                        row.getString("by")),
                id);
    }

    /** What is on its way to a partner, by state and currency. */
    @Transactional
    public List<InState> onTheirWay() {
        return database.query(
                """
                select state, currency, count(*) as count, sum(amount_minor)::bigint as amount from accrual
                where state not in ('PAID', 'VOID', 'REVERSED')
                    -- A debt that was recovered whole: the parts that were taken are on their way in its place.
                    and not (state = 'STATED' and statement_id is null)
                group by state, currency order by state, currency""",
                row -> new InState(
                        AccrualState.valueOf(row.getString("state")),
                        row.getString("currency"),
                        row.getLong("count"),
                        row.getLong("amount")));
    }

    private static View view(ResultSet row) throws SQLException {
        String frozenFor = row.getString("frozen_for");
        return new View(
                row.getObject("id", UUID.class),
                row.getObject("partner_id", UUID.class),
                Accrual.Kind.valueOf(row.getString("kind")),
                row.getObject("parent_id", UUID.class),
                row.getObject("deal_id", UUID.class),
                row.getObject("line_id", UUID.class),
                row.getString("income_point"),
                row.getObject("reference", UUID.class),
                row.getObject("invoice_date", LocalDate.class),
                YearMonth.from(row.getObject("statement_period", LocalDate.class)),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getString("zero_reason"),
                AccrualState.valueOf(row.getString("state")),
                Database.instant(row, "state_since"),
                row.getString("state_reason"),
                instant(row, "held_until"),
                frozenFor == null ? null : FreezeReason.valueOf(frozenFor),
                instant(row, "frozen_until"),
                row.getObject("statement_id", UUID.class),
                row.getObject("journal_entry_id", UUID.class),
                Database.instant(row, "posted_at"),
                row.getString("whole_trace"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Database.instant(row, column);
    }
}
