package org.ninetyten.leadrouting.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.testing.Tokens;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Pairs;
import org.ninetyten.testing.bench.Spread;

/**
 * P3: leads that wait are routed among 24,119 partners, each with its offer, the trace of its decision and its event,
 * against UNNEST of the very rows that this leaves behind, the change of the lead included. The relay rests. Not part of a
 * build; run it with {@code ./ninetyten bench P3}; {@code -Dbench.leads} makes it smaller.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class DurableRoutingBench {

    /** Rows in one transaction of the yardstick. */
    private static final int AT_A_TIME = 1_000;

    @TestHTTPResource("/v1/lead-imports")
    URI imports;

    @Inject
    RoutingAtRest routing;

    @Inject
    LargeNetwork network;

    @Test
    void measures() throws Exception {
        int leads = Ground.setting("leads", 1_000_000);
        routing.rest();
        try (Ground ground = Ground.open()) {
            ground.clear();
            network.load();
            load(leads);
            ground.run("truncate outbox");
            ground.run("create table bench_lead as select id from lead where status = 'ROUTING'");
            long waiting = ground.count("select count(*) from bench_lead");
            Written[] written = new Written[1];
            Spread ratio = Pairs.ratio(
                    "Durable routing ÷ UNNEST of the same rows",
                    Ground.setting("pairs", 5),
                    () -> {
                        reset(ground);
                        long begin = System.nanoTime();
                        routing.routeAll();
                        double seconds = (System.nanoTime() - begin) / 1e9;
                        requireAll(ground, waiting);
                        written[0] = Written.of(ground);
                        return waiting / seconds;
                    },
                    () -> {
                        reset(ground);
                        long begin = System.nanoTime();
                        written[0].write(ground);
                        double seconds = (System.nanoTime() - begin) / 1e9;
                        requireAll(ground, waiting);
                        return waiting / seconds;
                    });
            Figures figures = new Figures("P3");
            figures.add(
                    "leads routed durably ÷ UNNEST of the same rows (" + waiting + " leads, " + LargeNetwork.PARTNERS
                            + " partners)",
                    ratio,
                    ">= 0.50",
                    ratio.median() >= 0.50,
                    "every lead has one live offer or is at the desk, one decision and one event");
            figures.write();
        } finally {
            routing.resume();
        }
    }

    private void load(int leads) throws Exception {
        Path file = Path.of("target", "bench", "to-route.csv");
        new GeneratedLeads("p3", 3).write(file, leads, 0);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(imports)
                                .header("Authorization", "Bearer " + Tokens.vendor("sales-desk"))
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        System.out.println(answer.body());
        Files.delete(file);
    }

    /** All leads wait again, as if nothing had happened to them. */
    private static void reset(Ground ground) throws SQLException {
        ground.run("set session_replication_role = replica");
        ground.run("truncate offer, routing_decision, outbox, lead_move, lead_work");
        ground.run("update lead set status = 'ROUTING', partner_id = null, offers = 0, version = 0"
                + " from bench_lead b where b.id = lead.id and lead.status <> 'ROUTING'");
        ground.run("update partner_turn set open_leads = 0");
        ground.run("set session_replication_role = origin");
        ground.run("vacuum analyze lead");
        ground.run("checkpoint");
    }

    private static void requireAll(Ground ground, long leads) throws SQLException {
        ground.require("leads that still wait", 0, "select count(*) from lead where status = 'ROUTING'");
        long offered = ground.count("select count(*) from lead where status = 'OFFERED'");
        ground.require(
                "leads offered or at the desk",
                leads,
                "select count(*) from lead join bench_lead using (id) where status in ('OFFERED', 'DESK')");
        ground.require("live offers", offered, "select count(distinct lead_id) from offer where state = 'PENDING'");
        ground.require("offers", offered, "select count(*) from offer");
        ground.require("decisions", leads, "select count(distinct lead_id) from routing_decision");
        ground.require("events", leads, "select count(distinct message_key) from outbox");
        ground.require("rows of the outbox", leads, "select count(*) from outbox");
    }

    /** The rows of one table, column by column, as texts. */
    private record Rows(String into, List<String> types, List<List<@Nullable String>> columns) {

        static Rows read(Ground ground, String into, String names, String query) throws SQLException {
            List<String> types = new ArrayList<>();
            List<List<@Nullable String>> columns = new ArrayList<>();
            try (Statement statement = ground.connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                int width = result.getMetaData().getColumnCount();
                for (int column = 1; column <= width; column++) {
                    types.add(result.getMetaData().getColumnTypeName(column));
                    columns.add(new ArrayList<>());
                }
                while (result.next()) {
                    for (int column = 1; column <= width; column++) {
                        columns.get(column - 1).add(result.getString(column));
                    }
                }
            }
            return new Rows(into + " (" + names + ") select ", types, columns);
        }

        /** As {@code unnest(?::text[], …) as t (c0, …)}, each column with its type. */
        String source() {
            return " from unnest(" + types.stream().map(any -> "?::text[]").collect(Collectors.joining(", "))
                    + ") as t (" + numbered("c%d") + ")";
        }

        String numbered(String pattern) {
            List<String> all = new ArrayList<>();
            for (int column = 0; column < types.size(); column++) {
                all.add(pattern.formatted(column).replace("TYPE", types.get(column)));
            }
            return String.join(", ", all);
        }

        void run(Ground ground, String sql, int from) throws SQLException {
            try (PreparedStatement statement = ground.connection.prepareStatement(sql)) {
                for (int column = 0; column < columns.size(); column++) {
                    List<@Nullable String> all = columns.get(column);
                    statement.setArray(
                            column + 1,
                            ground.connection.createArrayOf(
                                    "text",
                                    all.subList(from, Math.min(from + AT_A_TIME, all.size()))
                                            .toArray()));
                }
                statement.executeUpdate();
            }
        }

        int size() {
            return columns.getFirst().size();
        }
    }

    /** All rows that routing wrote. */
    private record Written(List<Rows> added, Rows moved) {

        static Written of(Ground ground) throws SQLException {
            List<Rows> added = new ArrayList<>();
            for (String table : List.of("offer", "routing_decision")) {
                added.add(Rows.read(ground, table, columns(ground, table, ""), "select * from " + table));
            }
            String names = columns(ground, "outbox", "position");
            added.add(Rows.read(ground, "outbox", names, "select " + names + " from outbox order by position"));
            return new Written(
                    added,
                    Rows.read(
                            ground,
                            "lead",
                            "",
                            "select id, status, partner_id, offers, changed_at from lead join bench_lead using (id)"));
        }

        private static String columns(Ground ground, String table, String without) throws SQLException {
            try (Statement statement = ground.connection.createStatement();
                    ResultSet result = statement.executeQuery(
                            "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '"
                                    + table + "'::regclass and attnum > 0 and not attisdropped and attname <> '"
                                    + without
                                    + "'")) {
                result.next();
                return result.getString(1);
            }
        }

        void write(Ground ground) throws SQLException {
            ground.connection.setAutoCommit(false);
            for (int from = 0; from < moved.size(); from += AT_A_TIME) {
                moved.run(
                        ground,
                        "update lead l set status = c1, partner_id = c2::uuid, offers = c3::int, changed_at = c4::timestamptz,"
                                + " version = l.version + 1" + moved.source() + " where l.id = c0::uuid",
                        from);
                for (Rows rows : added) {
                    if (from < rows.size()) {
                        rows.run(
                                ground,
                                "insert into " + rows.into() + rows.numbered("c%d::TYPE") + rows.source(),
                                from);
                    }
                }
                ground.connection.commit();
            }
            ground.connection.setAutoCommit(true);
        }
    }
}
