package org.ninetyten.local.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Waiting;

/** How far the services are behind what was published. */
public final class Lag {

    private static final int QUIET_ROUNDS = 3;

    private Lag() {}

    /** Waits until the service has read all that the topics hold, and some moments longer for what is on its way. */
    public static void awaitNone(Home home, String service, List<String> topics, Duration atMost) {
        Broker broker = Running.broker(home);
        try (Admin admin = broker.admin()) {
            int[] quiet = {0};
            boolean caughtUp = Waiting.until(
                    () -> {
                        quiet[0] = of(admin, service, topics) == 0 ? quiet[0] + 1 : 0;
                        return quiet[0] >= QUIET_ROUNDS;
                    },
                    atMost,
                    Duration.ofMillis(300));
            if (!caughtUp) {
                throw new Failure(service + " was still behind on " + String.join(", ", topics) + " after "
                        + atMost.toSeconds() + " s: see ./ninetyten topics and ./ninetyten logs " + service + ".");
            }
        }
    }

    private static long of(Admin admin, String service, List<String> topics) {
        try {
            Map<TopicPartition, OffsetSpec> query = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> query.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (var end : admin.listOffsets(query).all().get().entrySet()) {
                OffsetAndMetadata read = committed.get(end.getKey());
                lag += end.getValue().offset() - (read == null ? 0 : read.offset());
            }
            return lag;
        } catch (ExecutionException e) {
            // A broker that restarts: the next round asks again.
            return Long.MAX_VALUE;
        } catch (InterruptedException e) {
            throw Broker.interrupted(e);
        }
    }
}
