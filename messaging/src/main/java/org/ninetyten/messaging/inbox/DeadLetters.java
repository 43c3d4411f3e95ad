package org.ninetyten.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.EventHeaders;

/**
 * Shows dead letters and sends them once more, for the command line.
 *
 * <p>Replay may be repeated: the service applies an event from its retry topic only while it counts as dead-lettered.
 */
public final class DeadLetters {

    private static final String SUFFIX = ".dlt";
    private static final Duration POLL = Duration.ofMillis(500);

    private DeadLetters() {}

    /** One dead letter and what is known about its end. */
    public record DeadLetter(
            UUID id,
            String type,
            @Nullable String key,
            String reason,
            String exception,
            String topic,
            String partition,
            String offset,
            String time,
            String attempts,
            @Nullable String data) {}

    /** All that the dead-letter topic holds, in the order of partition and offset. */
    public static List<DeadLetter> list(String bootstrapServers, String deadLetterTopic) {
        return read(bootstrapServers, deadLetterTopic).stream()
                .map(DeadLetters::describe)
                .toList();
    }

    /** Sends all dead letters, or the one with that id, to the retry topic of the service; answers how many. */
    public static int replay(String bootstrapServers, String deadLetterTopic, @Nullable UUID only) {
        if (!deadLetterTopic.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("A dead-letter topic ends with " + SUFFIX + ": " + deadLetterTopic);
        }
        String retryTopic = deadLetterTopic.substring(0, deadLetterTopic.length() - SUFFIX.length()) + ".retry";
        Predicate<DeadLetter> wanted = letter -> only == null || letter.id().equals(only);
        List<ConsumerRecord<byte[], byte[]>> chosen = read(bootstrapServers, deadLetterTopic).stream()
                .filter(letter -> wanted.test(describe(letter)))
                .toList();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> letter : chosen) {
                sent.add(producer.send(asItWas(letter, retryTopic)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during the replay", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take all events; repeat the replay", e);
        }
        return chosen.size();
    }

    /** The original key, value and headers; of the dead-letter headers only the id, which records without one need. */
    private static ProducerRecord<byte[], byte[]> asItWas(ConsumerRecord<byte[], byte[]> letter, String topic) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(DeadLetterHeaders.PREFIX)
                    || header.key().equals(DeadLetterHeaders.ID)) {
                record.headers().add(header);
            }
        }
        return record;
    }

    private static DeadLetter describe(ConsumerRecord<byte[], byte[]> letter) {
        String id = header(letter, DeadLetterHeaders.ID);
        return new DeadLetter(
                id.isEmpty()
                        ? UUID.nameUUIDFromBytes((letter.partition() + "/" + letter.offset()).getBytes(UTF_8))
                        : UUID.fromString(id),
                header(letter, EventHeaders.TYPE),
                letter.key() == null ? null : new String(letter.key(), UTF_8),
                header(letter, DeadLetterHeaders.REASON),
                header(letter, DeadLetterHeaders.EXCEPTION),
                header(letter, DeadLetterHeaders.TOPIC),
                header(letter, DeadLetterHeaders.PARTITION),
                header(letter, DeadLetterHeaders.OFFSET),
                header(letter, DeadLetterHeaders.TIME),
                header(letter, DeadLetterHeaders.ATTEMPTS),
                letter.value() == null ? null : new String(letter.value(), UTF_8));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
            }
            return found;
        }
    }
}
