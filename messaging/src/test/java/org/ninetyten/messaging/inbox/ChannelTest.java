package org.ninetyten.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ChannelTest {

    private static final String TYPE = "sample.thing.happened.v1";

    @Inject
    Things things;

    @BeforeEach
    void startWithWorkingHandlers() {
        things.create();
        ThingEventsConsumer.BROKEN.set(false);
    }

    @Test
    void appliesEventsOfAKeyInTheirOrderAndCommitsTheOffsets() throws Exception {
        String name = "ordered-" + UUID.randomUUID();
        List<Integer> numbers = IntStream.rangeClosed(1, 40).boxed().toList();
        numbers.forEach(n -> KafkaProbe.send("sample.thing", name, TYPE, new ThingHappened(name, n)));
        await().atMost(30, SECONDS).until(() -> things.of(name).size() == numbers.size());
        assertEquals(numbers, things.of(name));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealServers.bootstrapServers()))) {
            int partition = KafkaProbe.readAll("sample.thing").stream()
                    .filter(seen -> name.equals(seen.key()))
                    .findFirst()
                    .orElseThrow()
                    .partition();
            long end = KafkaProbe.readAll("sample.thing").stream()
                    .filter(seen -> seen.partition() == partition)
                    .count();
            await().atMost(10, SECONDS).until(() -> committed(admin, partition) >= end);
        }
    }

    private static long committed(Admin admin, int partition) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("sample")
                .partitionsToOffsetAndMetadata()
                .get();
        OffsetAndMetadata offset = offsets.get(new TopicPartition("sample.thing", partition));
        return offset == null ? -1 : offset.offset();
    }

    @Test
    void survivesAnEventThatNobodyKnowsAndOneThatIsNone() {
        String name = "survivor-" + UUID.randomUUID();
        KafkaProbe.send("sample.thing", name, "sample.thing.unheard.v9", "{\"new\":true}");
        KafkaProbe.sendRaw("sample.thing", name, "not an event".getBytes(UTF_8), Map.of());
        KafkaProbe.send("sample.thing", name, TYPE, new ThingHappened(name, 1));
        await().atMost(20, SECONDS).until(() -> things.of(name).equals(List.of(1)));
        await().atMost(20, SECONDS)
                .until(() -> KafkaProbe.readAll("sample.thing.sample.dlt").stream()
                        .anyMatch(seen -> seen.json().equals("not an event")
                                && seen.headers().get("dead-letter-reason").contains("ce_specversion")));
    }

    @Test
    void aHandlerThatFailsThreeTimesLeavesADeadLetterAndTheCommandReplaysIt() {
        ThingEventsConsumer.BROKEN.set(true);
        String fragile = "fragile-" + UUID.randomUUID();
        String robust = "robust-" + UUID.randomUUID();
        UUID id = KafkaProbe.send("sample.thing", fragile, TYPE, new ThingHappened(fragile, 1));
        KafkaProbe.send("sample.thing", robust, TYPE, new ThingHappened(robust, 1));
        String deadLetters = "sample.thing.sample.dlt";
        await().atMost(20, SECONDS)
                .until(() -> KafkaProbe.readAll(deadLetters).stream()
                        .anyMatch(seen -> seen.id().equals(id.toString())));
        await().atMost(20, SECONDS).until(() -> things.of(robust).equals(List.of(1)));
        assertEquals(List.of(), things.of(fragile));
        assertEquals("DEAD_LETTERED", things.status(id));

        DeadLetters.DeadLetter letter = DeadLetters.list(RealServers.bootstrapServers(), deadLetters).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertEquals("Fragile things break", letter.reason());
        assertTrue(letter.exception().contains("IllegalStateException"));
        assertEquals("sample.thing", letter.topic());
        assertEquals("3", letter.attempts());
        assertEquals(TYPE, letter.type());
        assertEquals(fragile, letter.key());

        ThingEventsConsumer.BROKEN.set(false);
        assertEquals(1, DeadLetters.replay(RealServers.bootstrapServers(), deadLetters, id));
        await().atMost(20, SECONDS).until(() -> things.of(fragile).equals(List.of(1)));
        assertEquals("APPLIED", things.status(id));

        // The command may be repeated, and the event may come from its first topic once more.
        DeadLetters.replay(RealServers.bootstrapServers(), deadLetters, id);
        KafkaProbe.send("sample.thing", fragile, TYPE, new ThingHappened(fragile, 1), id);
        KafkaProbe.send("sample.thing", fragile, TYPE, new ThingHappened(fragile, 2));
        await().atMost(20, SECONDS).until(() -> things.of(fragile).contains(2));
        assertEquals(List.of(1, 2), things.of(fragile));
    }
}
