package org.ninetyten.leadrouting.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.testing.Tokens;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Pairs;
import org.ninetyten.testing.bench.Spread;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * P7: a CSV file of leads sent to the endpoint, checked, compared with all leads of before and written, against COPY of
 * the very rows that this leaves behind: customer, lead, lead_key, lead_candidate and outbox, whole rows in PostgreSQL's text
 * form as {@code COPY … TO} gave them, into the same emptied tables with all their indexes, foreign keys and checks, over one
 * connection and in one transaction that is synced to disk as usual. What the import writes of itself, its position and its
 * commits, the yardstick is spared. Then the large file: one row in a hundred is broken. Not part of a build; run it with
 * {@code ./ninetyten bench P7}. {@code -Dbench.rows} and {@code -Dbench.large} make it smaller.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class ImportBench {

    /** What an import writes; the position of an event is given by the database. */
    private static final Map<String, String> WRITTEN = written();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TestHTTPResource("/v1/lead-imports")
    URI imports;

    @Inject
    RoutingAtRest routing;

    private static Map<String, String> written() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("customer", "*");
        tables.put("lead", "*");
        tables.put("lead_key", "*");
        tables.put("lead_candidate", "*");
        tables.put("outbox", "event_id, topic, message_key, type, payload, headers, occurred_at");
        return tables;
    }

    @Test
    void measures() throws Exception {
        int rows = Ground.setting("rows", 200_000);
        int large = Ground.setting("large", 1_000_000);
        Path file = Path.of("target", "bench", "leads.csv");
        routing.rest();
        try (Ground ground = Ground.open()) {
            new GeneratedLeads("p7", 7).write(file, rows, 0);
            send(file);
            requireAll(ground, rows);
            Path dump = Files.createDirectories(Path.of("target", "bench", "rows"));
            dump(ground, dump);

            Spread ratio = Pairs.ratio(
                    "CSV import ÷ COPY of the same rows",
                    Ground.setting("pairs", 5),
                    () -> {
                        ground.clear();
                        double rate = rows / send(file);
                        requireAll(ground, rows);
                        return rate;
                    },
                    () -> {
                        ground.clear();
                        double rate = rows / copy(ground, dump);
                        requireAll(ground, rows);
                        return rate;
                    });
            Figures figures = new Figures("P7");
            figures.add(
                    "CSV import of leads over REST ÷ COPY of the same rows (" + rows + " leads)",
                    ratio,
                    ">= 0.50",
                    ratio.median() >= 0.50,
                    "every row is one lead with its keys and one event; lead, customer and outbox counts match");
            figures.add(
                    "file of " + large + " rows, 1 % broken",
                    large(ground, large),
                    "all rows counted, memory constant",
                    true,
                    "taken + rejected = rows; every broken row is in the report");
            figures.write();
        } finally {
            Files.deleteIfExists(file);
            routing.resume();
        }
    }

    /** What came of the large file, and how long it took; the same file again changes nothing. */
    private String large(Ground ground, int rows) throws Exception {
        Path file = Path.of("target", "bench", "large.csv");
        int broken = new GeneratedLeads("large", 8).write(file, rows, 100);
        long megabytes = Files.size(file) >> 20;
        ground.clear();
        String key = UUID.randomUUID().toString();
        double seconds;
        long heap;
        JsonNode about;
        try (HeapPeak peak = HeapPeak.watch()) {
            long begin = System.nanoTime();
            about = send(file, key);
            seconds = (System.nanoTime() - begin) / 1e9;
            heap = peak.megabytes();
        }
        JsonNode counts = about.path("rows");
        assertEquals(rows, counts.path("read").asInt());
        assertEquals(broken, counts.path("rejected").asInt());
        long written = (long) rows - broken;
        ground.require("leads", written, "select count(*) from lead");
        ground.require("events", written, "select count(*) from outbox where type like '%lead.created.v1'");
        ground.require("rejections", broken, "select count(*) from lead_import_rejection");
        long begin = System.nanoTime();
        assertEquals(counts, send(file, key).path("rows"));
        double again = (System.nanoTime() - begin) / 1e9;
        ground.require("leads after the same file again", written, "select count(*) from lead");
        long report = lines(URI.create(imports + "/" + about.path("id").asText() + "/rejections"));
        assertEquals(broken, report);
        Files.delete(file);
        return String.format(
                Locale.ROOT,
                "%d MB in %.1f s (%.0f rows/s), %s; the same file again %.1f s; the report has %d lines; at most %d MB of"
                        + " heap in use after a collection, broker and client included",
                megabytes,
                seconds,
                rows / seconds,
                counts,
                again,
                report,
                heap);
    }

    private long lines(URI report) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(report)
                .header("Authorization", "Bearer " + Tokens.vendor("sales-desk"))
                .header("Accept", "application/x-ndjson")
                .build();
        try (Stream<String> lines =
                http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.count();
        }
    }

    /** Seconds from the first byte to the answer. */
    private double send(Path file) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        send(file, UUID.randomUUID().toString());
        return (System.nanoTime() - begin) / 1e9;
    }

    private JsonNode send(Path file, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(imports)
                .header("Authorization", "Bearer " + Tokens.vendor("sales-desk"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode about = json.readTree(answer.body());
        assertEquals("FINISHED", about.path("state").asText(), answer.body());
        return about;
    }

    private static void requireAll(Ground ground, int rows) throws SQLException {
        ground.require("leads", rows, "select count(distinct external_id) from lead");
        ground.require("customers", rows, "select count(*) from customer");
        ground.require("leads with keys", rows, "select count(distinct lead_id) from lead_key");
        ground.require(
                "leads with their event",
                rows,
                "select count(distinct message_key) from outbox where type like '%lead.created.v1'");
    }

    private static void dump(Ground ground, Path folder) throws SQLException, IOException {
        CopyManager copy = ground.connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, String> table : WRITTEN.entrySet()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(table.getKey()))) {
                copy.copyOut("copy (select " + table.getValue() + " from " + table.getKey() + ") to stdout", out);
            }
        }
    }

    /** Seconds from the first byte to the end of the commit. */
    private static double copy(Ground ground, Path folder) throws SQLException, IOException {
        CopyManager copy = ground.connection.unwrap(PGConnection.class).getCopyAPI();
        long begin = System.nanoTime();
        ground.connection.setAutoCommit(false);
        for (Map.Entry<String, String> table : WRITTEN.entrySet()) {
            String columns = table.getValue().equals("*") ? "" : " (" + table.getValue() + ")";
            try (InputStream in = Files.newInputStream(folder.resolve(table.getKey()))) {
                copy.copyIn("copy " + table.getKey() + columns + " from stdin", in, 1 << 16);
            }
        }
        ground.connection.commit();
        ground.connection.setAutoCommit(true);
        return (System.nanoTime() - begin) / 1e9;
    }
}
