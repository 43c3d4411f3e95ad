package org.ninetyten.billing.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.billing.accrual.ReleaseHolds;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.plan.PlanTimeLine;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.recovery.Recoveries;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Closes a month: each partner with cleared lines of that month, or late ones of months that were closed before, gets its
 * statement. It may be closed once the holds of its lines have ended, so that whatever was invoiced in a month is on the
 * statement of that month. Some thousand partners are one portion and one commit, done with a number of statements that
 * doesn't grow with them; the portion moves the row of the close, so a close that was killed goes on where it was, and two
 * instances take turns. A closed month stays closed: what comes later is on the next statement.
 */
@ApplicationScoped
public class CloseMonth {

    static final String NAME = "close of the month";
    /** Enough that a commit costs little beside its rows. */
    static final int PARTNERS_AT_ONCE = 4_000;

    private static final UUID FIRST = new UUID(0, 0);

    /** Lines of the month, and of months whose own statement was issued without them. Takes the month twice. */
    private static final String OF_THE_MONTH = """
            (statement_period = ? or statement_period < ? and statement_period in (
                select period from statement_close where done_at is not null))""".strip();

    private final Database database;
    private final StatementPolicies policies;
    private final SplitPlans plans;
    private final Recoveries recoveries;
    private final StatementEvents events;
    private final ReleaseHolds releaseHolds;
    private final Clock clock;

    CloseMonth(
            Database database,
            StatementPolicies policies,
            SplitPlans plans,
            Recoveries recoveries,
            StatementEvents events,
            ReleaseHolds releaseHolds,
            Clock clock) {
        this.database = database;
        this.policies = policies;
        this.plans = plans;
        this.recoveries = recoveries;
        this.events = events;
        this.releaseHolds = releaseHolds;
        this.clock = clock;
    }

    /** What is taken for one statement, before it has a number. */
    private record Taken(UUID statementId, UUID partnerId, String currency, long linesMinor, int lineCount) {}

    /** Late at the first tick, so that an instance that only just came up serves first. */
    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        due().forEach(month -> handle(month, NAME));
    }

    /**
     * Closes the month, or goes on with its close; nothing when it is closed.
     *
     * @throws ProblemException 409 when it is too early
     */
    public MonthClose handle(YearMonth period, String by) {
        releaseHolds.handle(clock.instant());
        QuarkusTransaction.requiringNew().run(() -> begin(period, by));
        while (QuarkusTransaction.requiringNew().call(() -> portion(period, PARTNERS_AT_ONCE, by))) {
            // One commit after the other.
        }
        return find(period).orElseThrow();
    }

    /**
     * The months to close today, the oldest first: those that have lines or were begun, and the latest that may be closed,
     * which takes what came late.
     */
    List<YearMonth> due() {
        releaseHolds.handle(clock.instant());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> {
            StatementPolicy policy = policies.on(today);
            PlanTimeLine timeLine = plans.timeLine();
            YearMonth latest = YearMonth.from(today);
            while (policy.closesOn(timeLine.lastHoldEnds(latest)).isAfter(today)) {
                latest = latest.minusMonths(1);
            }
            return database
                    .query(
                            """
                            select period from (
                                select statement_period as period from accrual where state = 'CLEARED'
                                union select statement_period from accrual where kind = 'REIMBURSEMENT' and statement_id is null
                                union select period from statement_close
                                union select ?::date) month
                            where period <= ? and not exists (
                                select from statement_close c where c.period = month.period and c.done_at is not null)
                            order by period""",
                            row -> YearMonth.from(row.getObject("period", LocalDate.class)),
                            latest.atDay(1),
                            latest.atDay(1))
                    .stream()
                    .filter(month ->
                            !policy.closesOn(timeLine.lastHoldEnds(month)).isAfter(today))
                    .toList();
        });
    }

    /** How far the close of a month is; empty when it hasn't begun. */
    @Transactional
    public Optional<MonthClose> find(YearMonth period) {
        return database.first("select * from statement_close where period = ?", CloseMonth::close, period.atDay(1));
    }

    /** Opens the close of a month that may be closed. */
    void begin(YearMonth period, String by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = policies.on(today).closesOn(plans.timeLine().lastHoldEnds(period));
        if (first.isAfter(today)) {
            throw ProblemException.illegalState(
                    "%s closes on %s, the day after the last hold of its lines.".formatted(period, first), List.of());
        }
        database.update("""
                insert into statement_close (period, started_at, started_by, last_partner, statements, portions)
                values (?, ?, ?, ?, 0, 0) on conflict do nothing""", period.atDay(1), clock.instant(), by, FIRST);
    }

    /** Issues the statements of the next partners in the caller's transaction; false when none is left. */
    boolean portion(YearMonth period, int partnersAtOnce, String by) {
        Optional<UUID> last = database.first(
                "select last_partner from statement_close where period = ? and done_at is null for update",
                row -> row.getObject("last_partner", UUID.class),
                period.atDay(1));
        if (last.isEmpty()) {
            return false;
        }
        // The next statement of a partner begins where this one ends, so the closes of different months take turns too.
        database.query("select pg_advisory_xact_lock(hashtextextended('statement', 0))", row -> true);
        Instant now = clock.instant();
        UUID[] partners = next(last.get(), period, partnersAtOnce);
        if (partners.length == 0) {
            database.update("update statement_close set done_at = ? where period = ?", now, period.atDay(1));
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Taken> taken = take(partners, period, now, by);
        int limit = plans.on(today).terms().recoveryLimitBasisPoints();
        List<Recoveries.Part> parts = recoveries.take(
                taken.stream()
                        .map(one -> new Recoveries.Statement(
                                one.statementId(), one.partnerId(), one.currency(), one.linesMinor(), limit))
                        .toList(),
                by);
        events.issued(issue(taken, parts, period, policies.on(today), now));
        database.update("""
                update statement_close set last_partner = ?, statements = statements + ?, portions = portions + 1
                where period = ?""", partners[partners.length - 1], taken.size(), period.atDay(1));
        return true;
    }

    private UUID[] next(UUID after, YearMonth period, int limit) {
        return database.query(
                        """
                        (select distinct partner_id from accrual
                            where state = 'CLEARED' and partner_id > ? and %1$s order by partner_id limit ?)
                        union
                        (select distinct partner_id from accrual
                            where kind = 'REIMBURSEMENT' and statement_id is null and partner_id > ?
                                and %1$s order by partner_id limit ?)
                        order by partner_id limit ?""".formatted(OF_THE_MONTH),
                        row -> row.getObject("partner_id", UUID.class),
                        after,
                        period.atDay(1),
                        period.atDay(1),
                        limit,
                        after,
                        period.atDay(1),
                        period.atDay(1),
                        limit,
                        limit)
                .toArray(UUID[]::new);
    }

    /** Moves the lines and says what they sum up to: one statement, so that none is added or stopped in between. */
    private List<Taken> take(UUID[] partners, YearMonth period, Instant now, String by) {
        return database.query(
                """
                with cleared as (
                    select a.id, a.partner_id, a.currency, a.kind, a.amount_minor, a.invoice_date from accrual a
                    where a.state = 'CLEARED' and a.partner_id = any(?) and %1$s
                        and not exists (select from recovery r where r.id = a.id) for no key update of a),
                claim as (
                    select a.id, a.partner_id, a.currency, a.kind, a.amount_minor, a.invoice_date from accrual a
                    where a.kind = 'REIMBURSEMENT' and a.statement_id is null and a.partner_id = any(?)
                        and %1$s and a.state in ('PAYABLE', 'PAYING', 'PAID') for no key update),
                due as materialized (select * from cleared union all select * from claim),
                stated as materialized (
                    select uuidv7() as id, partner_id, currency, sum(amount_minor)::bigint as lines, count(*)::integer as count
                    from due group by partner_id, currency),
                line as materialized (
                    select d.id, d.kind, d.amount_minor, s.id as statement_id,
                        row_number() over (partition by s.id order by d.invoice_date, d.id)::integer as ordinal
                    from due d join stated s on s.partner_id = d.partner_id and s.currency = d.currency),
                moved as (
                    update accrual a set statement_id = l.statement_id,
                        state = case when a.state = 'CLEARED' then 'STATED' else a.state end,
                        state_since = case when a.state = 'CLEARED' then ?::timestamptz else a.state_since end,
                        state_reason = case when a.state = 'CLEARED' then ? else a.state_reason end
                    from line l where l.id = a.id),
                move as (
                    insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                    select id, 'CLEARED', 'STATED', ?, ?, ?, ? from cleared),
                listed as (
                    insert into statement_line (statement_id, ordinal, kind, accrual_id, amount_minor)
                    select statement_id, ordinal, kind, id, amount_minor from line)
                select * from stated order by partner_id, currency""".formatted(OF_THE_MONTH),
                row -> new Taken(
                        row.getObject("id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getString("currency"),
                        row.getLong("lines"),
                        row.getInt("count")),
                partners,
                period.atDay(1),
                period.atDay(1),
                partners,
                period.atDay(1),
                period.atDay(1),
                now,
                "on the statement of " + period,
                now,
                "on the statement of " + period,
                by,
                Correlation.current());
    }

    private List<Statement> issue(
            List<Taken> taken, List<Recoveries.Part> parts, YearMonth period, StatementPolicy policy, Instant now) {
        if (taken.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return database.query(
                """
                with new as materialized (
                    select * from unnest(?, ?, ?, ?, ?) with ordinality
                        as n (id, partner_id, currency, lines, count, position)),
                part as (
                    select * from unnest(?, ?, ?, ?, ?) as p (id, recovery_id, statement_id, taken, remaining)),
                recovered as (
                    select statement_id, sum(taken)::bigint as taken, count(*)::integer as count from part group by statement_id),
                owed as (
                    select partner_id, currency, sum(owed_minor - recovered_minor)::bigint as owed from recovery
                    where done_at is null and partner_id = any(?) group by partner_id, currency),
                numbered as materialized (
                    select n.*, coalesce(p.closing_minor, 0) as opening, coalesce(p.issued_at, '-infinity') as since,
                        e.code, e.name, e.number_prefix, coalesce(r.taken, 0) as recovered, coalesce(r.count, 0) as parts
                    from new n
                        left join lateral (
                            select closing_minor, issued_at from statement s
                            where s.partner_id = n.partner_id and s.currency = n.currency order by s.issued_at desc, s.id desc limit 1) p on true
                        cross join lateral (
                            select code, name, number_prefix from legal_entity e
                            where e.region is null or e.region = (
                                select region from partner_place pp where pp.partner_id = n.partner_id
                                order by effective_from desc, version desc limit 1)
                            order by e.region nulls last limit 1) e
                        left join recovered r on r.statement_id = n.id),
                payout as materialized (
                    select n.id as statement_id, e.id as entry_id, sum(p.amount_minor)::bigint as paid,
                        row_number() over (partition by n.id order by e.id)::integer as ordinal
                    from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                        join numbered n on n.partner_id = a.partner_id and n.currency = a.currency
                    where e.kind like 'PAYOUT%' and a.type = 'PARTNER_PAYABLE'
                        -- A day for those that were booked before the last statement and committed after it.
                        and e.posted_at > (select min(since) from numbered) - interval '1 day'
                        and not exists (
                            select from statement_line l join statement s on s.id = l.statement_id
                            where l.kind = 'PAYOUT' and l.journal_entry_id = e.id and s.partner_id = n.partner_id)
                    group by n.id, e.id),
                counter as (
                    insert into statement_number as c (legal_entity, year, last)
                    select code, ?, count(*) from numbered group by code order by code
                    on conflict (legal_entity, year) do update set last = c.last + excluded.last returning legal_entity, last),
                -- What is taken is a line of its own, so that a payout of the statement's lines pays what the statement says.
                taking as (
                    insert into accrual (id, partner_id, kind, deal_id, reference, invoice_date, currency, amount_minor,
                        trace, posted_at, state, state_since, statement_id)
                    select p.id, d.partner_id, 'RECOVERY', d.deal_id, d.id, d.invoice_date, d.currency, -p.taken,
                        jsonb_build_object('debt', d.id, 'owedMinor', -d.amount_minor, 'takenMinor', p.taken,
                            'remainingMinor', p.remaining),
                        ?, 'STATED', ?, p.statement_id
                    from part p join accrual d on d.id = p.recovery_id),
                recovery_line as (
                    insert into statement_line (statement_id, ordinal, kind, accrual_id, amount_minor)
                    select p.statement_id, n.count + row_number() over (partition by n.id order by p.id), 'RECOVERY', p.id,
                        -p.taken
                    from part p join numbered n on n.id = p.statement_id),
                payout_line as (
                    insert into statement_line (statement_id, ordinal, kind, journal_entry_id, amount_minor)
                    select p.statement_id, n.count + n.parts + p.ordinal, 'PAYOUT', p.entry_id, -p.paid
                    from payout p join numbered n on n.id = p.statement_id),
                paid as (
                    select statement_id, sum(paid)::bigint as paid, count(*)::integer as count from payout
                    group by statement_id)
                insert into statement (id, number, legal_entity, legal_entity_name, partner_id, currency, period, opening_minor, lines_minor,
                    recovered_minor, paid_minor, closing_minor, owed_back_minor, line_count, policy_version, issued_at,
                    objections_until, payout_due, state)
                select n.id, n.number_prefix || '-' || ?::integer || '-' || lpad(q.number::text, greatest(6, length(q.number::text)), '0'),
                    n.code, n.name, n.partner_id, n.currency, ?, n.opening, n.lines, n.recovered, coalesce(p.paid, 0),
                    n.opening + n.lines - n.recovered - coalesce(p.paid, 0), coalesce(o.owed, 0),
                    n.count + n.parts + coalesce(p.count, 0), ?, ?, ?, ?, 'ISSUED'
                from (
                    select n.*, c.last - count(*) over (partition by n.code)
                        + row_number() over (partition by n.code order by n.position) as number
                    from numbered n join counter c on c.legal_entity = n.code) q
                    join numbered n on n.id = q.id
                    left join paid p on p.statement_id = n.id
                    left join owed o on o.partner_id = n.partner_id and o.currency = n.currency
                returning *""",
                Statements::read,
                taken.stream().map(Taken::statementId).toArray(UUID[]::new),
                taken.stream().map(Taken::partnerId).toArray(UUID[]::new),
                taken.stream().map(Taken::currency).toArray(String[]::new),
                taken.stream().map(Taken::linesMinor).toArray(Long[]::new),
                taken.stream().map(Taken::lineCount).toArray(Integer[]::new),
                parts.stream().map(part -> UuidCreator.getTimeOrderedEpoch()).toArray(UUID[]::new),
                parts.stream().map(Recoveries.Part::id).toArray(UUID[]::new),
                parts.stream().map(Recoveries.Part::statementId).toArray(UUID[]::new),
                parts.stream().map(Recoveries.Part::takenMinor).toArray(Long[]::new),
                parts.stream().map(Recoveries.Part::remainingMinor).toArray(Long[]::new),
                taken.stream().map(Taken::partnerId).distinct().toArray(UUID[]::new),
                today.getYear(),
                now,
                now,
                today.getYear(),
                period.atDay(1),
                policy.version(),
                now,
                policy.objectionsUntil(now),
                policy.payoutDue(today));
    }

    private static MonthClose close(ResultSet row) throws SQLException {
        return new MonthClose(
                YearMonth.from(row.getObject("period", LocalDate.class)),
                Database.instant(row, "started_at"),
                row.getString("started_by"),
                row.getInt("statements"),
                row.getInt("portions"),
                row.getObject("done_at") == null ? null : Database.instant(row, "done_at"));
    }
}
