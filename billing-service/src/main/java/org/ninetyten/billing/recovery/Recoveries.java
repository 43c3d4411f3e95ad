package org.ninetyten.billing.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.database.Database;

/** What partners owe back out of statements that they had already. */
@ApplicationScoped
public class Recoveries {

    private final Database database;
    private final Accruals accruals;
    private final Clock clock;

    Recoveries(Database database, Accruals accruals, Clock clock) {
        this.database = database;
        this.accruals = accruals;
        this.clock = clock;
    }

    /**
     * A statement that recovery may take from.
     *
     * @param payableMinor what it would pay without any recovery
     * @param limitBasisPoints what recovery may take of it, from the terms of the plan
     */
    public record Statement(
            UUID statementId, UUID partnerId, String currency, long payableMinor, int limitBasisPoints) {}

    /** What a statement took of a recovery; {@code id} is that of the negative accrual. */
    public record Part(UUID id, UUID statementId, UUID partnerId, long takenMinor, long remainingMinor) {}

    /** What a partner owes back, as the partner sees it. */
    public record Debt(
            UUID id,
            UUID partnerId,
            @Nullable UUID dealId,
            @Nullable UUID lineId,
            String currency,
            long owedMinor,
            long recoveredMinor,
            Instant since,
            AccrualState state) {

        public long remainingMinor() {
            return owedMinor - recoveredMinor;
        }
    }

    /** Opens a recovery for each of the accruals, which are negative and were added before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Collection<Accrual> owedBack) {
        if (owedBack.isEmpty()) {
            return;
        }
        database.update("""
                insert into recovery (id, partner_id, currency, owed_minor, created_at)
                select id, partner_id, currency, -amount_minor, posted_at from accrual where id = any(?)""", (Object) owedBack.stream().map(Accrual::id).toArray(UUID[]::new));
    }

    /**
     * Takes from statements what their partners owe back: the oldest first, at most the limit of each statement, what is
     * left stays for the next. The same as {@link RecoveryPlan}, as one statement for all of them. What is recovered
     * whole becomes STATED. Each statement is asked once; a second call for it takes nothing more.
     *
     * @return the parts taken, for the lines of the statements
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Part> take(List<Statement> statements, String by) {
        List<Part> parts = database.query(
                """
                with asked as (
                    select * from unnest(?, ?, ?, ?) as s (statement_id, partner_id, currency, most)
                    where most > 0 and not exists (select from recovery_part p where p.statement_id = s.statement_id)),
                due as (
                    select r.id, r.partner_id, r.currency, r.created_at, r.owed_minor - r.recovered_minor as remaining
                    from recovery r join accrual a on a.id = r.id
                    where r.done_at is null and a.state = 'CLEARED'
                        and (r.partner_id, r.currency) in (select partner_id, currency from asked)
                    order by r.id for no key update of r),
                ranked as (
                    select d.id, s.statement_id, d.partner_id, d.remaining, s.most,
                        sum(d.remaining) over (partition by s.statement_id order by d.created_at, d.id) - d.remaining as before
                    from due d join asked s on s.partner_id = d.partner_id and s.currency = d.currency),
                part as (
                    select id, statement_id, partner_id, least(remaining, most - before)::bigint as taken, remaining
                    from ranked where before < most),
                booked as (
                    insert into recovery_part (recovery_id, statement_id, amount_minor, at)
                    select id, statement_id, taken, ? from part),
                recovered as (
                    update recovery r set recovered_minor = recovered_minor + p.taken,
                        done_at = case when p.taken = p.remaining then ?::timestamptz end
                    from part p where p.id = r.id)
                select id, statement_id, partner_id, taken, remaining - taken as rest from part order by statement_id, id""",
                row -> new Part(
                        row.getObject("id", UUID.class),
                        row.getObject("statement_id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getLong("taken"),
                        row.getLong("rest")),
                statements.stream().map(Statement::statementId).toArray(UUID[]::new),
                statements.stream().map(Statement::partnerId).toArray(UUID[]::new),
                statements.stream().map(Statement::currency).toArray(String[]::new),
                statements.stream()
                        .map(statement -> RecoveryPlan.limit(statement.payableMinor(), statement.limitBasisPoints()))
                        .toArray(Long[]::new),
                clock.instant(),
                clock.instant());
        List<UUID> whole = parts.stream()
                .filter(part -> part.remainingMinor() == 0)
                .map(Part::id)
                .toList();
        if (!whole.isEmpty()) {
            accruals.move(whole, AccrualState.STATED, "recovered whole", by);
        }
        return parts;
    }

    /** What the next statement of a partner would pay without any recovery, by currency: what is cleared by now. */
    @Transactional
    public Map<String, Long> payableOf(UUID partnerId) {
        Map<String, Long> payable = new TreeMap<>();
        database.query(
                "select currency, sum(amount_minor)::bigint as payable from statable_accrual where partner_id = ? group by currency",
                row -> payable.put(row.getString("currency"), row.getLong("payable")),
                partnerId);
        return payable;
    }

    /** What a partner owes back still, oldest first. */
    @Transactional
    public List<Debt> openOf(UUID partnerId) {
        return database.query(
                """
                select r.id, r.partner_id, a.deal_id, a.line_id, r.currency, r.owed_minor, r.recovered_minor, r.created_at,
                    a.state
                from recovery r join accrual a on a.id = r.id
                where r.partner_id = ? and r.done_at is null order by r.currency, r.created_at, r.id""",
                row -> new Debt(
                        row.getObject("id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getObject("deal_id", UUID.class),
                        row.getObject("line_id", UUID.class),
                        row.getString("currency"),
                        row.getLong("owed_minor"),
                        row.getLong("recovered_minor"),
                        Database.instant(row, "created_at"),
                        AccrualState.valueOf(row.getString("state"))),
                partnerId);
    }
}
