package org.ninetyten.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Reads and writes the topics as another service would: CloudEvents 1.0 in binary mode. */
public final class KafkaProbe {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaProbe() {}

    /** An event as it stands in a topic; {@code json} is the body as it was written. */
    public record Seen(String topic, int partition, long offset, String key, Map<String, String> headers, String json) {

        /** The {@code ce_type} header, or an empty string. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /** The {@code ce_id} header, or an empty string. */
        public String id() {
            return headers.getOrDefault("ce_id", "");
        }

        /** The body, read. */
        public JsonNode data() {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends an event with a new id, which is returned. */
    public static UUID send(String topic, String key, String type, Object data) {
        UUID id = UUID.randomUUID();
        send(topic, key, type, data, id);
        return id;
    }

    /** Sends an event with the given id; {@code data} is a JSON text or anything that Jackson writes. */
    public static void send(String topic, String key, String type, Object data, UUID id) {
        try {
            byte[] value = data instanceof String text ? text.getBytes(UTF_8) : JSON.writeValueAsBytes(data);
            sendRaw(
                    topic,
                    key,
                    value,
                    Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id.toString(),
                            "ce_type",
                            type,
                            "ce_source",
                            "/ninetyten/test",
                            "ce_time",
                            Instant.now().toString(),
                            "ce_subject",
                            key,
                            "ce_correlationid",
                            id.toString(),
                            "content-type",
                            "application/json"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends a record as it is. */
    public static void sendRaw(String topic, String key, byte[] value, Map<String, String> headers) {
        Map<String, Object> config = Map.of("bootstrap.servers", RealServers.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the topic holds now, in the order of partition and offset. Empty when there is no such topic. */
    public static List<Seen> readAll(String topic) {
        if (!exists(topic)) {
            return List.of();
        }
        Map<String, Object> config = Map.of("bootstrap.servers", RealServers.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Seen> seen = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    Map<String, String> headers = new HashMap<>();
                    for (Header header : record.headers()) {
                        headers.put(header.key(), new String(header.value(), UTF_8));
                    }
                    seen.add(new Seen(
                            topic,
                            record.partition(),
                            record.offset(),
                            record.key(),
                            headers,
                            new String(record.value(), UTF_8)));
                });
            }
            return seen;
        }
    }

    /** Waits until the topic holds an event of the type that fits, at most 20 seconds, and returns the first one. */
    public static Seen awaitEvent(String topic, String type, Predicate<JsonNode> fits) {
        return Awaitility.await("an event " + type + " in " + topic)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> readAll(topic).stream()
                                .filter(seen -> seen.type().equals(type) && fits.test(seen.data()))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static boolean exists(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealServers.bootstrapServers()))) {
            return admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
