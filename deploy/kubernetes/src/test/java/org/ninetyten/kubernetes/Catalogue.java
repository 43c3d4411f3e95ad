package org.ninetyten.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The event catalogue of the local platform, which the topics of a cluster must equal. */
record Catalogue(List<Topic> topics) {

    static final List<String> SERVICES =
            List.of("partner-service", "lead-routing-service", "billing-service", "events-service", "academy-service");

    private static final Map<String, String> PRODUCERS = Map.of(
            "partner", "partner-service",
            "leadrouting", "lead-routing-service",
            "billing", "billing-service",
            "events", "events-service",
            "academy", "academy-service");

    private static final long FOR_EVER = -1;

    record Topic(String name, int partitions, long retentionMillis, List<String> consumers) {

        String producer() {
            return PRODUCERS.get(name.substring(0, name.indexOf('.')));
        }

        String retryOf(String service) {
            return name + "." + service + ".retry";
        }

        String deadLettersOf(String service) {
            return name + "." + service + ".dlt";
        }

        boolean isKeptForEver() {
            return retentionMillis == FOR_EVER;
        }
    }

    record Declared(int partitions, long retentionMillis) {}

    static Catalogue read() {
        Path file = Overlay.FOLDER.resolveSibling("local").resolve("src/main/resources/topics.json");
        try {
            List<Topic> topics = new ArrayList<>();
            for (JsonNode topic : new ObjectMapper().readTree(file.toFile()).required("topics")) {
                String retention = topic.required("retention").asText();
                List<String> consumers = new ArrayList<>();
                topic.required("consumers").forEach(consumer -> consumers.add(consumer.asText()));
                topics.add(new Topic(
                        topic.required("name").asText(),
                        topic.required("partitions").asInt(),
                        retention.equals("forever")
                                ? FOR_EVER
                                : Duration.parse(retention).toMillis(),
                        List.copyOf(consumers)));
            }
            return new Catalogue(List.copyOf(topics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every topic with what follows from it: for each consumer its dead letters and its retries. */
    Map<String, Declared> declared() {
        Map<String, Declared> all = new TreeMap<>();
        for (Topic topic : topics) {
            all.put(topic.name(), new Declared(topic.partitions(), topic.retentionMillis()));
            for (String service : topic.consumers()) {
                all.put(topic.deadLettersOf(service), new Declared(1, topic.retentionMillis()));
                all.put(
                        topic.retryOf(service),
                        new Declared(1, Duration.ofDays(7).toMillis()));
            }
        }
        return all;
    }
}
