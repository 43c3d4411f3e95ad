package org.ninetyten.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;

/** P4: the outbox relay against the Debezium engine, measured by the messaging module itself. */
final class RelayFigures {

    private final Home home;
    private final Console console;

    RelayFigures(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    List<Figure> measure() {
        Path messaging = home.project().resolve("messaging");
        Path result = messaging.resolve("target/relay-bench.json");
        console.say("P4: the messaging module measures its relay against the Debezium engine; this takes minutes.");
        try {
            Files.deleteIfExists(result);
            int code = new ProcessBuilder(
                            "mvn",
                            "-B",
                            "-q",
                            "-f",
                            home.project().resolve("pom.xml").toString(),
                            "-pl",
                            "messaging",
                            "-am",
                            "test",
                            "-Dtest=RelayBench",
                            "-Dsurefire.failIfNoSpecifiedTests=false")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0 || !Files.exists(result)) {
                throw new Failure(
                        "The benchmark of the relay failed: see " + messaging.resolve("target/relay-bench.txt") + ".");
            }
            return figures(new ObjectMapper().readTree(result.toFile()));
        } catch (IOException e) {
            throw new Failure("The benchmark of the relay could not run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    static List<Figure> figures(JsonNode result) {
        JsonNode throughput = result.required("throughputRatio");
        JsonNode latency = result.required("p99Ratio");
        String invariant =
                "order and completeness " + result.required("invariants").asText();
        return List.of(
                new Figure(
                        "P4",
                        "relay ÷ Debezium engine, throughput",
                        spread(throughput),
                        ">= 1.0",
                        throughput.required("median").asDouble() >= 1.0,
                        invariant),
                new Figure(
                        "P4",
                        "relay ÷ Debezium engine, p99 at a fixed rate",
                        spread(latency),
                        "<= 1.0",
                        latency.required("median").asDouble() <= 1.0,
                        invariant));
    }

    private static String spread(JsonNode ratio) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                ratio.required("median").asDouble(),
                ratio.required("min").asDouble(),
                ratio.required("max").asDouble());
    }
}
