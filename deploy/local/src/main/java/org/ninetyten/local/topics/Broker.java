package org.ninetyten.local.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ninetyten.local.home.Failure;

/** What the command asks of Kafka: declare topics, read them, and nothing that changes a service's offsets. */
public record Broker(String servers) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public boolean answers() {
        try (Admin admin = admin(Duration.ofSeconds(3))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Admin admin(Duration timeout) {
        int milliseconds = Math.toIntExact(timeout.toMillis());
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, milliseconds,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, milliseconds,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
    }

    Admin admin() {
        return admin(PATIENCE);
    }

    /** Makes what is missing and brings partitions and retention to what is declared. */
    public void declare(TopicCatalogue catalogue) {
        try (Admin admin = admin(Duration.ofSeconds(30))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
            List<String> present = new ArrayList<>();
            for (Topic topic : catalogue.all()) {
                if (there.contains(topic.name())) {
                    present.add(topic.name());
                    settings.put(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                            topic.settings().entrySet().stream()
                                    .map(setting -> new AlterConfigOp(
                                            new ConfigEntry(setting.getKey(), setting.getValue()),
                                            AlterConfigOp.OpType.SET))
                                    .toList());
                } else {
                    missing.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()));
                }
            }
            admin.createTopics(missing).all().get();
            admin.incrementalAlterConfigs(settings).all().get();
            addPartitions(admin, catalogue, present);
        } catch (ExecutionException e) {
            throw new Failure("Kafka refused the topics: " + reason(e) + ".", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void addPartitions(Admin admin, TopicCatalogue catalogue, List<String> present)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> described =
                admin.describeTopics(present).allTopicNames().get();
        Map<String, NewPartitions> more = new HashMap<>();
        for (Topic topic : catalogue.all()) {
            TopicDescription description = described.get(topic.name());
            if (description != null && description.partitions().size() < topic.partitions()) {
                more.put(topic.name(), NewPartitions.increaseTo(topic.partitions()));
            }
        }
        admin.createPartitions(more).all().get();
    }

    /** A reader outside any group: it commits nothing, so it never takes an event from a service. */
    public KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Reads a topic from its first record to the end that it has now, as long as the visitor wants more. */
    public void readAll(String topic, Predicate<ConsumerRecord<String, byte[]>> visitor) {
        try (KafkaConsumer<String, byte[]> reader = reader()) {
            List<TopicPartition> partitions = partitions(reader, List.of(topic));
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> reader.position(part) < ends.getOrDefault(part, 0L))) {
                for (ConsumerRecord<String, byte[]> event : reader.poll(Duration.ofSeconds(1))) {
                    if (!visitor.test(event)) {
                        return;
                    }
                }
            }
        }
    }

    static Optional<String> header(ConsumerRecord<String, byte[]> event, String name) {
        return Optional.ofNullable(event.headers().lastHeader(name))
                .map(header -> new String(header.value(), java.nio.charset.StandardCharsets.UTF_8));
    }

    static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    static Failure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Failure("Interrupted.", e);
    }
}
