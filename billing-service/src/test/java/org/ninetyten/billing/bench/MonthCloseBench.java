package org.ninetyten.billing.bench;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.statement.CloseMonth;
import org.ninetyten.billing.statement.MonthClose;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Pairs;
import org.ninetyten.testing.bench.Spread;

/**
 * P6: the close of a month of 24,119 partners (lines, recovery, numbers, opening balances, events, a commit for each portion)
 * against bare set-based SQL that writes the same rows in one statement, without triggers. Not part of a build; run it with
 * {@code ./ninetyten bench P6}.
 */
@QuarkusTest
@TestProfile(PostingBench.WithoutRelay.class)
class MonthCloseBench {

    @Inject
    CloseMonth close;

    private final int lines = Books.setting("lines", 100_000);
    private YearMonth month = YearMonth.parse("2010-01");

    @Test
    void measures() throws Exception {
        Figures figures = new Figures("P6");
        try (Books books = Books.open()) {
            Spread ratio = Pairs.ratio(
                    "month closed ÷ bare SQL", Books.setting("pairs", 5), () -> ours(books), () -> bare(books));
            figures.add(
                    "month of " + lines + " lines of " + Books.PARTNERS
                            + " partners closed ÷ bare set-based SQL of the same rows",
                    ratio,
                    ">= 0.50",
                    ratio.median() >= 0.50,
                    "each line is on one statement, statements sum up to their lines, numbers have no gap");
        }
        figures.write();
    }

    private double ours(Books books) throws SQLException {
        YearMonth period = fill(books);
        long start = System.nanoTime();
        MonthClose closed = close.handle(period, "bench");
        double rate = lines / ((System.nanoTime() - start) / 1e9);
        if (closed.doneAt() == null) {
            throw new IllegalStateException("The close of " + period + " is not finished");
        }
        check(books, period);
        books.require("numbers of statements", books.count("select coalesce(sum(last), 0) from statement_number"), """
                select count(distinct number) from statement where legal_entity <> 'BENCH'""");
        return rate;
    }

    private double bare(Books books) throws SQLException {
        YearMonth period = fill(books);
        books.run("set session_replication_role = replica");
        long start = System.nanoTime();
        books.run("""
                with due as materialized (
                    select id, partner_id, currency, kind, amount_minor, invoice_date from accrual
                    where state = 'CLEARED' and statement_period = date '%1$s-01'),
                stated as materialized (
                    select uuidv7() as id, partner_id, currency, sum(amount_minor)::bigint as lines, count(*) as count,
                        row_number() over (order by partner_id) as n
                    from due group by partner_id, currency),
                line as materialized (
                    select d.*, s.id as statement_id,
                        row_number() over (partition by s.id order by d.invoice_date, d.id)::integer as ordinal
                    from due d join stated s on s.partner_id = d.partner_id and s.currency = d.currency),
                moved as (
                    update accrual a set state = 'STATED', statement_id = l.statement_id, state_since = now(),
                        state_reason = 'on the statement of %1$s'
                    from line l where l.id = a.id),
                move as (
                    insert into accrual_move (accrual_id, from_state, to_state, at, why, by, correlation_id)
                    select id, 'CLEARED', 'STATED', now(), 'on the statement of %1$s', 'bench', 'bench' from due),
                listed as (
                    insert into statement_line (statement_id, ordinal, kind, accrual_id, amount_minor)
                    select statement_id, ordinal, kind, id, amount_minor from line),
                told as (
                    insert into outbox (event_id, topic, message_key, type, payload, headers, occurred_at)
                    select uuidv7(), 'billing.statement', partner_id::text, 'org.ninetyten.billing.statement.issued.v1',
                        json_build_object('statementId', id, 'number', 'B%1$s-' || n, 'legalEntity', 'VENDOR', 'partnerId',
                            partner_id, 'currency', currency, 'period', '%1$s', 'openingMinor', 0, 'linesMinor', lines,
                            'recoveredMinor', 0, 'paidMinor', 0, 'closingMinor', lines, 'owedBackMinor', 0, 'lineCount',
                            count, 'objectionsUntil', now(), 'payoutDue', current_date, 'occurredAt', now())::text,
                        '{"ce_correlationid": "bench"}', now() from stated)
                insert into statement (id, number, legal_entity, legal_entity_name, partner_id, currency, period, opening_minor, lines_minor,
                    recovered_minor, paid_minor, closing_minor, owed_back_minor, line_count, policy_version, issued_at,
                    objections_until, payout_due, state)
                select id, 'B%1$s-' || n, 'BENCH', 'The vendor', partner_id, currency, date '%1$s-01', 0, lines, 0, 0, lines, 0, count, 1,
                    now(), now(), current_date, 'ISSUED' from stated""".formatted(period));
        double rate = lines / ((System.nanoTime() - start) / 1e9);
        books.run("set session_replication_role = origin");
        check(books, period);
        return rate;
    }

    /** Lines of a further month, cleared and not yet stated; no month has any of another's. */
    private YearMonth fill(Books books) throws SQLException {
        YearMonth period = month;
        month = month.plusMonths(1);
        books.run("set session_replication_role = replica");
        books.run("""
                insert into accrual (id, partner_id, kind, deal_id, line_id, income_point, invoice_date, currency,
                    amount_minor, trace, posted_at, state, state_since)
                select uuidv7(), ('00000000-0000-7000-8000-' || lpad(to_hex(i * 7919 %% %2$d), 12, '0'))::uuid, 'SALE',
                    uuidv7(), uuidv7(), 'LICENCE', date '%1$s-01' + i %% 28, 'EUR', 1000 + i,
                    '{"rule": "licence-business", "planVersion": 1, "baseMinor": 100000, "rateBasisPoints": 4000}', now(),
                    'CLEARED', now()
                from generate_series(1, %3$d) i""".formatted(period, Books.PARTNERS, lines));
        books.run("set session_replication_role = origin");
        for (String table : new String[] {"accrual", "accrual_move", "statement", "statement_line", "outbox"}) {
            books.run("vacuum analyze " + table);
        }
        books.run("checkpoint");
        return period;
    }

    private void check(Books books, YearMonth period) throws SQLException {
        String month = "date '" + period + "-01'";
        books.require(
                "lines that are not stated",
                0,
                "select count(*) from accrual where state = 'CLEARED' and statement_period = " + month);
        books.require("lines on statements", lines, """
                select count(*) from statement_line l join statement s on s.id = l.statement_id
                where s.period = %s""".formatted(month));
        books.require("statements that don't sum up to their lines", 0, """
                select count(*) from statement s where period = %s and lines_minor <> (
                    select sum(amount_minor) from statement_line l where l.statement_id = s.id)""".formatted(month));
        books.require(
                "statements",
                books.count("select count(distinct partner_id) from accrual where statement_period = " + month),
                "select count(*) from statement where period = " + month);
        books.require("events", books.count("select count(*) from statement"), """
                select count(*) from outbox where topic = 'billing.statement'""");
    }
}
