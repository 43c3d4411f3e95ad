package org.ninetyten.billing.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.BillingServers;
import org.ninetyten.testing.bench.Figures;

/**
 * A ledger as large as the network's, filled past the guards, and the owner's connection to it. Each entry is a deal of two
 * lines: a licence that the vendor bills, and work that the partner bills.
 */
final class Books implements AutoCloseable {

    static final int PARTNERS = 24_119;

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    static Books open() throws SQLException {
        Connection connection = BillingServers.asOwner();
        Figures.requireDurable(connection);
        return new Books(connection);
    }

    static UUID partner(int number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    /** Fills the tables with so many months of so many deals. */
    void fill(int months, int dealsAMonth) throws SQLException {
        run("set session_replication_role = replica");
        run("""
                create temporary table member as
                select n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id from generate_series(0, %d) n""".formatted(PARTNERS - 1));
        run("""
                insert into tier_change (partner_id, version, tier, effective_from, rule_set_version, received_at)
                select id, 1, (array['BUSINESS', 'CERTIFIED', 'GOLD', 'PLATINUM'])[1 + n %% 4], date '2020-01-01', 1, now()
                from member""".replace("%%", "%"));
        run("""
                insert into partner_place (partner_id, version, country, region, time_zone, effective_from, received_at)
                select id, 1, 'KZ', 'CIS', 'Asia/Almaty', date '2020-01-01', now() from member""");
        run("""
                insert into account (id, code, type, partner_id, currency, created_at)
                select gen_random_uuid(), lower(replace(type, '_', '-')) || ':EUR', type, null, 'EUR', timestamptz '2020-01-01'
                from unnest(array['CUSTOMER_RECEIVABLE', 'VENDOR_REVENUE', 'PARTNER_COLLECTED']) as type
                union all
                select gen_random_uuid(), lower(replace(type, '_', '-')) || ':EUR:' || id, type, id, 'EUR',
                    timestamptz '2020-01-01'
                from member, unnest(array['PARTNER_PAYABLE', 'PARTNER_RECEIVABLE', 'PARTNER_EARNED']) as type""");
        for (int month = 0; month < months; month++) {
            run("""
                    create temporary table entry on commit drop as
                    select i, %1$d + i as number, ((%1$d + i)::bigint * 7919 %% %2$d)::integer as member,
                        timestamptz '2025-12-01' + make_interval(months => %3$d)
                            + i * (interval '28 days' / %4$d) as at
                    from generate_series(0, %4$d - 1) i;
                    alter table entry add column id uuid;
                    update entry set id = (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7000-8000-'
                        || lpad(to_hex(number), 12, '0'))::uuid
                    from (select i as j, lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as hex from entry) h
                    where h.j = i;
                    insert into journal_entry (id, kind, reference, revision, effective, posted_at, description)
                    select id, 'DEAL_SPLIT', id, 1, at::date, at, 'Split of a won deal' from entry order by i;
                    insert into posting (entry_id, line, account_id, currency, amount_minor, posted_at)
                    select e.id, l.line, a.id, 'EUR', l.amount, e.at
                    from entry e join member m on m.n = e.member
                        cross join (values (1, 'vendor-revenue:EUR', -60000), (2, 'customer-receivable:EUR', 100000),
                            (3, 'partner-payable:EUR:', -40000), (4, 'partner-collected:EUR', 900000),
                            (5, 'partner-earned:EUR:', -900000)) as l (line, code, amount)
                        join account a on a.code = case when right(l.code, 1) = ':' then l.code || m.id else l.code end
                    order by e.i, l.line""".formatted(month * dealsAMonth, PARTNERS, month, dealsAMonth));
        }
        run("set session_replication_role = origin");
        for (String table : new String[] {"posting", "journal_entry", "account", "tier_change", "partner_place"}) {
            run("vacuum analyze " + table);
        }
        run("checkpoint");
    }

    /** Keeps what the service wrote for the deals of one run, so that bare SQL can write the same rows. */
    void copyRows(UUID[] dealIds, int batchSize) throws SQLException {
        run("drop schema if exists bench cascade; create schema bench");
        run("create table bench.deal (n bigint, deal_id uuid)");
        try (var insert = connection.prepareStatement(
                "insert into bench.deal select n, id from unnest(?) with ordinality as d (id, n)")) {
            insert.setArray(1, connection.createArrayOf("uuid", dealIds));
            insert.executeUpdate();
        }
        run("""
                create table bench.batch as select deal_id, (n - 1) / %d as batch from bench.deal;
                create table bench.journal_entry as
                    select b.batch, e.* from bench.batch b join journal_entry e on e.reference = b.deal_id;
                create table bench.posting as
                    select e.batch, p.* from bench.journal_entry e join posting p on p.entry_id = e.id;
                create table bench.split as select b.batch, s.* from bench.batch b join split s on s.deal_id = b.deal_id;
                create table bench.split_line as
                    select s.batch, l.* from bench.split s join split_line l on l.split_id = s.id;
                create table bench.accrual as
                    select b.batch, a.* from bench.batch b join accrual a on a.deal_id = b.deal_id;
                create table bench.outbox as
                    select b.batch, o.* from bench.batch b join outbox o on o.message_key = b.deal_id::text;
                create function bench.anew(id uuid, run integer) returns uuid language sql immutable as $$
                    select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || substr(id::text, 14))::uuid
                    from (select lpad(to_hex(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint
                        + run * 3600000::bigint), 12, '0') as h) t
                $$""".formatted(batchSize));
    }

    /** Gives the rows new ids, which come after all others, as a further run of the service would. */
    void prepare(int run) throws SQLException {
        run("drop schema if exists bench_run cascade; create schema bench_run");
        for (String table : TABLES) {
            run("create unlogged table bench_run." + table + " as select * from bench." + table);
            String ids = text("""
                    select string_agg(format('%%1$I = bench.anew(%%1$I, %1$d)', column_name), ', ')
                    from information_schema.columns
                    where table_schema = 'bench_run' and table_name = '%2$s' and data_type = 'uuid'
                        and column_name not in ('partner_id', 'customer_id', 'account_id', 'line_id', 'parent_id')""".formatted(run, table));
            run("update bench_run." + table + " set " + ids);
            if (table.equals("outbox")) {
                run("update bench_run.outbox set message_key = bench.anew(message_key::uuid, " + run + ")::text");
            }
            run("create index on bench_run." + table + " (batch)");
            run("analyze bench_run." + table);
        }
        run("checkpoint");
    }

    static final String[] TABLES = {"journal_entry", "posting", "split", "split_line", "accrual", "outbox"};

    /** Writes the rows of a run, a transaction for each batch, into the same tables with all their guards. */
    void writeAll(int batches) throws SQLException {
        write(batches, true);
    }

    /** The same for the ledger alone. */
    void writeLedger(int batches) throws SQLException {
        write(batches, false);
    }

    private void write(int batches, boolean all) throws SQLException {
        String[] inserts = new String[TABLES.length];
        for (int i = 0; i < TABLES.length; i++) {
            String columns = text("""
                    select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                    from information_schema.columns
                    where table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO' and table_name = '""" + TABLES[i] + "'");
            inserts[i] = "insert into public." + TABLES[i] + " (" + columns + ") select " + columns + " from bench_run."
                    + TABLES[i] + " where batch = ?";
        }
        // The guard of the ledger asks that an entry and its postings come in one statement.
        List<String> statements = new ArrayList<>(List.of("with entry as (" + inserts[0] + ") " + inserts[1]));
        if (all) {
            statements.addAll(List.of(inserts).subList(2, inserts.length));
        }
        connection.setAutoCommit(false);
        try {
            for (int batch = 0; batch < batches; batch++) {
                for (String sql : statements) {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                            statement.setLong(i, batch);
                        }
                        statement.executeUpdate();
                    }
                }
                connection.commit();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    void run(String sql) throws SQLException {
        boolean together = sql.contains("on commit drop");
        connection.setAutoCommit(!together);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (together) {
                connection.commit();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    void require(String invariant, long expected, String sql) throws SQLException {
        long actual = count(sql);
        if (actual != expected) {
            throw new IllegalStateException(invariant + ": " + actual + " instead of " + expected);
        }
    }

    /** The time that the database says it took for a query, in milliseconds. */
    double databaseTime(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain (analyze, timing off, summary on) " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        String text = plan.toString();
        return millis(text, "Planning Time: ") + millis(text, "Execution Time: ");
    }

    private static double millis(String plan, String label) {
        int start = plan.indexOf(label) + label.length();
        return Double.parseDouble(plan.substring(start, plan.indexOf(" ms", start)));
    }

    /** A setting of the benchmark; smaller ones are for trying it out. */
    static int setting(String name, int otherwise) {
        return Integer.getInteger("bench." + name, otherwise);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
