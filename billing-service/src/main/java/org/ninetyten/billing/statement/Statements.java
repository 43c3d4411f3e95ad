package org.ninetyten.billing.statement;

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

/** Reads of statements. */
@ApplicationScoped
public class Statements {

    /**
     * What accounts say, what the last statements say, and what none says yet: lines before their statement, payouts since,
     * what is owed back still.
     */
    private static final String SIDES = """
            with posted as (
                select a.partner_id, a.currency, p.amount_minor, a.type = 'PARTNER_PAYABLE' and e.kind like 'PAYOUT%' as payout
                from account a join posting p on p.account_id = a.id join journal_entry e on e.id = p.entry_id
                where a.type in ('PARTNER_PAYABLE', 'PARTNER_RECEIVABLE')),
            side as (
                select partner_id, currency, -sum(amount_minor) as accounts, 0::numeric as stated,
                    -coalesce(sum(amount_minor) filter (where payout), 0) as not_stated
                from posted group by partner_id, currency
                union all
                select s.partner_id, s.currency, 0, 0, -l.amount_minor
                from statement_line l join statement s on s.id = l.statement_id where l.kind = 'PAYOUT'
                union all
                select partner_id, currency, 0, closing_minor, 0 from (
                    select distinct on (partner_id, currency) * from statement
                    order by partner_id, currency, issued_at desc, id desc) last
                union all
                select partner_id, currency, 0, 0, amount_minor from accrual a
                where statement_id is null and state <> 'VOID' and not exists (select from recovery r where r.id = a.id)
                union all
                select partner_id, currency, 0, 0, recovered_minor - owed_minor from recovery)
            """;

    private final Database database;

    Statements(Database database) {
        this.database = database;
    }

    /** Where a page ended. */
    public record Before(Instant issuedAt, UUID id) {}

    /** A partner and currency whose statements and accounts don't say the same: there is none. */
    public record Difference(UUID partnerId, String currency, long accountsMinor, long statementsMinor) {}

    /**
     * What all partners together are owed in a currency: the vendor owes it when positive.
     *
     * @param partners that have an account
     * @param statedMinor the closing balances of their last statements
     * @param notStatedMinor what no statement has yet; with the balances it is what the accounts say
     * @param differing partners of whom that is not true: none
     */
    public record Balance(
            String currency,
            long partners,
            long accountsMinor,
            long statedMinor,
            long notStatedMinor,
            long differing) {}

    /** One statement. */
    @Transactional
    public Optional<Statement> find(UUID id) {
        return database.first("select * from statement where id = ?", Statements::read, id);
    }

    /** Statements, the newest first, of all partners or of one. */
    @Transactional
    public List<Statement> newest(
            @Nullable UUID partnerId, @Nullable YearMonth period, int limit, @Nullable Before before) {
        LocalDate month = period == null ? null : period.atDay(1);
        return database.query(
                """
                select * from statement
                where (?::uuid is null or partner_id = ?::uuid) and (?::date is null or period = ?::date)
                    and (?::timestamptz is null or (issued_at, id) < (?::timestamptz, ?::uuid))
                order by issued_at desc, id desc limit ?""",
                Statements::read,
                partnerId,
                partnerId,
                month,
                month,
                before == null ? null : before.issuedAt(),
                before == null ? null : before.issuedAt(),
                before == null ? null : before.id(),
                limit);
    }

    /** The lines of a statement after one of them, in their order. */
    @Transactional
    public List<StatementLine> lines(UUID statementId, int after, int limit) {
        return database.query(
                """
                select l.*, a.deal_id, a.line_id, a.reference, a.income_point, a.invoice_date, a.zero_reason, a.state,
                    t.trace
                from statement_line l left join accrual a on a.id = l.accrual_id
                    left join accrual_with_trace t on t.id = a.id
                where l.statement_id = ? and l.ordinal > ? order by l.ordinal limit ?""",
                row -> new StatementLine(
                        row.getInt("ordinal"),
                        StatementLine.Kind.valueOf(row.getString("kind")),
                        row.getObject("accrual_id", UUID.class),
                        row.getObject("deal_id", UUID.class),
                        row.getObject("line_id", UUID.class),
                        row.getObject("reference", UUID.class),
                        row.getString("income_point"),
                        row.getObject("invoice_date", LocalDate.class),
                        row.getLong("amount_minor"),
                        row.getString("zero_reason"),
                        row.getString("state"),
                        row.getObject("journal_entry_id", UUID.class),
                        row.getString("trace")),
                statementId,
                after,
                limit);
    }

    /**
     * Where the statements don't agree with the ledger. For each partner and currency the last closing balance and what no
     * statement has yet must be what its accounts say. Reads all postings of partners.
     */
    @Transactional
    public List<Difference> differences() {
        return database.query(
                SIDES + """
                select partner_id, currency, sum(accounts)::bigint as accounts, sum(stated + not_stated)::bigint as statements
                from side group by partner_id, currency having sum(accounts) <> sum(stated + not_stated)
                order by partner_id, currency limit 100""",
                row -> new Difference(
                        row.getObject("partner_id", UUID.class),
                        row.getString("currency"),
                        row.getLong("accounts"),
                        row.getLong("statements")));
    }

    /** The sums of all partners, by currency. Reads all postings of partners. */
    @Transactional
    public List<Balance> balances() {
        return database.query(
                SIDES + """
                , partner as (
                    select partner_id, currency, sum(accounts) as accounts, sum(stated) as stated, sum(not_stated) as not_stated
                    from side group by partner_id, currency)
                select currency, count(*) as partners, sum(accounts)::bigint as accounts, sum(stated)::bigint as stated,
                    sum(not_stated)::bigint as not_stated,
                    count(*) filter (where accounts <> stated + not_stated) as differing
                from partner group by currency order by currency""",
                row -> new Balance(
                        row.getString("currency"),
                        row.getLong("partners"),
                        row.getLong("accounts"),
                        row.getLong("stated"),
                        row.getLong("not_stated"),
                        row.getLong("differing")));
    }

    static Statement read(ResultSet row) throws SQLException {
        return new Statement(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("legal_entity"),
                row.getString("legal_entity_name"),
                row.getObject("partner_id", UUID.class),
                row.getString("currency"),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getLong("opening_minor"),
                row.getLong("lines_minor"),
                row.getLong("recovered_minor"),
                row.getLong("paid_minor"),
                row.getLong("closing_minor"),
                row.getLong("owed_back_minor"),
                row.getInt("line_count"),
                row.getInt("policy_version"),
                Database.instant(row, "issued_at"),
                Database.instant(row, "objections_until"),
                row.getObject("payout_due", LocalDate.class),
                Statement.State.valueOf(row.getString("state")));
    }
}
