package org.ninetyten.local.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "topics", description = "Lists the topics: partitions, retention, events kept, lag of each service.")
public final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--all", description = "Also the empty topics of dead letters and retries.")
    private boolean all;

    @Override
    public Integer call() {
        Broker broker = Running.broker(data.home());
        TopicCatalogue catalogue = TopicCatalogue.load();
        try (Admin admin = broker.admin()) {
            List<TopicPartition> partitions = partitions(admin, catalogue);
            Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> end = offsets(admin, partitions, OffsetSpec.latest());
            Map<String, Map<TopicPartition, Long>> committed = committed(admin, catalogue);
            List<List<String>> rows = new ArrayList<>();
            for (Topic topic : catalogue.all()) {
                List<TopicPartition> own = partitions.stream()
                        .filter(partition -> partition.topic().equals(topic.name()))
                        .toList();
                long kept = own.stream()
                        .mapToLong(partition -> end.getOrDefault(partition, 0L) - first.getOrDefault(partition, 0L))
                        .sum();
                boolean produced = catalogue.produced().contains(topic.name());
                if (all || produced || kept > 0) {
                    rows.add(List.of(
                            topic.name(),
                            Integer.toString(own.size()),
                            topic.retention()
                                    .map(retention -> retention.toDays() + " days")
                                    .orElse("for ever"),
                            Long.toString(kept),
                            lag(own, end, committed)));
                }
            }
            Console.standard().table(List.of("TOPIC", "PARTITIONS", "KEPT", "EVENTS", "LAG OF EACH SERVICE"), rows);
            return 0;
        } catch (ExecutionException e) {
            throw new Failure("Kafka refused to list the topics: " + Broker.reason(e) + ".", e);
        } catch (InterruptedException e) {
            throw Broker.interrupted(e);
        }
    }

    private static List<TopicPartition> partitions(Admin admin, TopicCatalogue catalogue)
            throws ExecutionException, InterruptedException {
        List<String> names = catalogue.all().stream().map(Topic::name).toList();
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
        }
        return partitions;
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> query = new HashMap<>();
        partitions.forEach(partition -> query.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> offset :
                admin.listOffsets(query).all().get().entrySet()) {
            offsets.put(offset.getKey(), offset.getValue().offset());
        }
        return offsets;
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, TopicCatalogue catalogue)
            throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
        for (String service : catalogue.subjects().stream()
                .flatMap(subject -> subject.consumers().stream())
                .distinct()
                .toList()) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> offset : admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (offset.getValue() != null) {
                    offsets.put(offset.getKey(), offset.getValue().offset());
                }
            }
            committed.put(service, offsets);
        }
        return committed;
    }

    private static String lag(
            List<TopicPartition> own, Map<TopicPartition, Long> end, Map<String, Map<TopicPartition, Long>> committed) {
        List<String> lags = new ArrayList<>();
        committed.forEach((service, offsets) -> {
            if (own.stream().anyMatch(offsets::containsKey)) {
                long lag = own.stream()
                        .filter(offsets::containsKey)
                        .mapToLong(partition -> end.getOrDefault(partition, 0L) - offsets.getOrDefault(partition, 0L))
                        .sum();
                lags.add(service + " " + lag);
            }
        });
        return String.join(", ", lags);
    }
}
