package org.ninetyten.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Every topic of the platform, read from topics.json; the broker makes no other. */
public record TopicCatalogue(List<Subject> subjects) {

    private static final Duration RETRY_RETENTION = Duration.ofDays(7);

    /** A topic that one service produces, with the services that read it. */
    public record Subject(Topic topic, List<String> consumers) {

        public String deadLetterTopic(String service) {
            return topic.name() + "." + service + ".dlt";
        }

        public String retryTopic(String service) {
            return topic.name() + "." + service + ".retry";
        }
    }

    /** A topic of dead letters, where they come from and where a replay sends them. */
    public record DeadLetters(String topic, String retryTopic, String service) {}

    public static TopicCatalogue load() {
        try (InputStream file = Objects.requireNonNull(TopicCatalogue.class.getResourceAsStream("/topics.json"))) {
            List<Subject> subjects = new ArrayList<>();
            for (JsonNode topic : new ObjectMapper().readTree(file).required("topics")) {
                subjects.add(subject(topic));
            }
            return new TopicCatalogue(List.copyOf(subjects));
        } catch (IOException e) {
            throw new IllegalStateException("topics.json in the jar cannot be read", e);
        }
    }

    private static Subject subject(JsonNode node) {
        String retention = node.required("retention").asText();
        Topic topic = new Topic(
                node.required("name").asText(),
                node.required("partitions").asInt(),
                retention.equals("forever") ? Optional.empty() : Optional.of(Duration.parse(retention)));
        List<String> consumers = new ArrayList<>();
        node.required("consumers").forEach(consumer -> consumers.add(consumer.asText()));
        return new Subject(topic, List.copyOf(consumers));
    }

    /** The produced topics, and for each consumer its dead letters and its retries. */
    public List<Topic> all() {
        List<Topic> topics = new ArrayList<>();
        for (Subject subject : subjects) {
            topics.add(subject.topic());
            for (String service : subject.consumers()) {
                // Personal data leaves the dead letters as early as it leaves the topic itself.
                Optional<Duration> retention = subject.topic().retention();
                topics.add(new Topic(subject.deadLetterTopic(service), 1, retention));
                topics.add(new Topic(subject.retryTopic(service), 1, Optional.of(RETRY_RETENTION)));
            }
        }
        return topics;
    }

    public List<String> produced() {
        return subjects.stream().map(subject -> subject.topic().name()).toList();
    }

    public List<DeadLetters> deadLetters() {
        return subjects.stream()
                .flatMap(subject -> subject.consumers().stream()
                        .map(service -> new DeadLetters(
                                subject.deadLetterTopic(service), subject.retryTopic(service), service)))
                .toList();
    }
}
