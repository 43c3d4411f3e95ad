package org.ninetyten.leadrouting.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.testing.Tokens;
import org.ninetyten.testing.bench.Figures;

/**
 * How long a year of leads takes to simulate with a network of 24,119 partners, and what it takes of the heap: from a file
 * and from the leads that are stored. Not part of a build; run it with {@code ./ninetyten bench simulation}; {@code
 * -Dbench.leads} makes it smaller.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class SimulationBench {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    /** As the network has its partners: by country, its place and its language. */
    private static final List<String> COUNTRIES = List.of(
            "KZ 48.0 66.9 ru",
            "KZ 48.0 66.9 ru",
            "KZ 48.0 66.9 ru",
            "KZ 48.0 66.9 ru",
            "KZ 48.0 66.9 ru",
            "KZ 48.0 66.9 ru",
            "DE 51.1 10.4 de",
            "FR 46.6 2.4 fr",
            "BR -14.2 -51.9 pt",
            "US 39.8 -98.6 en");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TestHTTPResource("/v1/simulation-files")
    URI files;

    @TestHTTPResource("/v1/routing-simulations")
    URI simulations;

    @Inject
    RoutingAtRest routing;

    @Inject
    LargeNetwork network;

    @Test
    void measures() throws Exception {
        int leads = Ground.setting("leads", 1_000_000);
        Path file = Path.of("target", "bench", "to-simulate.csv");
        write(file, leads);
        routing.rest();
        try (Ground ground = Ground.open();
                HeapPeak heap = HeapPeak.watch()) {
            ground.clear();
            ground.run("truncate routing_simulation, simulation_file cascade");
            network.load();
            ground.run("update partner_turn set offers = 100");
            ground.run("vacuum analyze");
            System.out.println("Heap before: " + heap.megabytes() + " MB");
            Figures figures = new Figures("simulation");
            long begin = System.nanoTime();
            JsonNode sent = post(files, "text/csv", HttpRequest.BodyPublishers.ofFile(file));
            double upload = (System.nanoTime() - begin) / 1e9;
            ground.require("leads of the file", leads, "select count(*) from simulation_file_lead");
            measure(
                    figures,
                    "a file, after " + seconds(upload) + " of upload",
                    leads,
                    "{\"fileId\": \"" + sent.path("id").asText() + "\", \"policyVersion\": 1}",
                    heap);
            store(ground);
            measure(
                    figures,
                    "a year of stored leads",
                    leads,
                    "{\"from\": \"" + FIRST + "\", \"to\": \"" + FIRST.plusSeconds(YEAR) + "\", \"policyVersion\": 1}",
                    heap);
            figures.write();
        } finally {
            routing.resume();
            Files.deleteIfExists(file);
        }
    }

    private void measure(Figures figures, String of, int leads, String request, HeapPeak heap) throws Exception {
        long begin = System.nanoTime();
        JsonNode result = simulate(request).path("result");
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (result.path("leads").asInt() != leads) {
            throw new IllegalStateException("Of " + leads + " leads there are " + result.path("leads"));
        }
        System.out.println(result);
        figures.add(
                leads + " leads of " + of + ", " + LargeNetwork.PARTNERS + " partners",
                seconds(seconds) + ", heap at most " + heap.megabytes() + " MB",
                "minutes",
                seconds < 600,
                "every lead is counted once; error of 99.9 % of partners "
                        + result.path("fairness").path("p999Error") + " leads");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void write(Path file, int leads) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file, US_ASCII)) {
            out.write("createdAt,source,country,latitude,longitude,language,needs\n");
            for (int i = 0; i < leads; i++) {
                String[] country =
                        COUNTRIES.get(random.nextInt(COUNTRIES.size())).split(" ", -1);
                out.write("%s,TRIAL,%s,%.3f,%.3f,%s,%s\n"
                        .formatted(
                                FIRST.plusSeconds(YEAR * i / leads),
                                country[0],
                                Double.parseDouble(country[1]) + random.nextDouble(-3, 3),
                                Double.parseDouble(country[2]) + random.nextDouble(-3, 3),
                                country[3],
                                // One in twenty asks for what nobody is certified for.
                                random.nextInt(20) == 0 ? "TRAINING" : "IMPLEMENTATION|LICENCE"));
            }
        }
    }

    /** The same leads, as if they had come one by one. */
    private static void store(Ground ground) throws Exception {
        ground.run("set session_replication_role = replica");
        ground.run("insert into customer (id, created_at) select id, at from simulation_file_lead");
        ground.run("insert into lead (id, source, product, consent, country, latitude, longitude, language, needs,"
                + " customer_id, status, offers, created_at, changed_at, version)"
                + " select id, source, 'Portal', true, country, latitude, longitude, language, needs, id, 'DESK', 0, at, at, 0"
                + " from simulation_file_lead");
        ground.run("set session_replication_role = origin");
        ground.run("vacuum analyze lead");
        ground.run("vacuum analyze customer");
    }

    private JsonNode simulate(String request) throws Exception {
        JsonNode started = post(simulations, "application/json", HttpRequest.BodyPublishers.ofString(request));
        URI one = URI.create(simulations + "/" + started.path("id").asText());
        return await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> get(one), simulation -> simulation.hasNonNull("endedAt"));
    }

    private JsonNode get(URI uri) throws IOException, InterruptedException {
        return json.readTree(http.send(request(uri).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private JsonNode post(URI uri, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(uri)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return json.readTree(answer.body());
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Tokens.vendor("sales-desk"));
    }
}
