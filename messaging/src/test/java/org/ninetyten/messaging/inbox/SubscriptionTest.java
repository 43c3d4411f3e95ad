package org.ninetyten.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SubscriptionTest {

    private static final String TYPE = "sample.thing.happened.v1";

    @Inject
    Inbox inbox;

    @Inject
    InboxTable table;

    @Inject
    Things things;

    @Inject
    MeterRegistry meters;

    private final String topic = "direct." + UUID.randomUUID();
    private final String name = "thing-" + UUID.randomUUID();
    private long nextOffset;

    @BeforeEach
    void makeRoomForEffects() {
        things.create();
    }

    @Test
    void appliesADuplicateDeliveredTwiceInParallelOnce() throws Exception {
        CountDownLatch bothInside = new CountDownLatch(1);
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {
            things.happened(event.data());
            // Long enough for the second delivery to arrive while the first is not committed.
            awaitQuietly(bothInside);
        });
        ConsumerRecord<String, byte[]> event = event(UUID.randomUUID(), 1);
        try (ExecutorService twice = Executors.newFixedThreadPool(2)) {
            Future<?> first = twice.submit(() -> subscription.handle(batch(event)));
            Future<?> second = twice.submit(() -> subscription.handle(batch(event)));
            awaitOneWaitingForTheOther();
            bothInside.countDown();
            first.get(10, SECONDS);
            second.get(10, SECONDS);
        }
        assertEquals(List.of(1), things.of(name));
        assertOutcomes(1, 1, 0, 0);
    }

    private void awaitOneWaitingForTheOther() {
        await().atMost(10, SECONDS).until(() -> things.waitingInserts() > 0);
    }

    @Test
    void appliesAnEventThatIsTwiceInABatchOnce() {
        Subscription subscription =
                inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> things.happened(event.data()));
        ConsumerRecord<String, byte[]> event = event(UUID.randomUUID(), 1);
        subscription.handle(batch(event, event(UUID.randomUUID(), 2), event));
        subscription.handle(batch(event));
        assertEquals(List.of(1, 2), things.of(name));
        assertOutcomes(2, 2, 0, 0);
    }

    @Test
    void handsOverWhatFollowsOneAnotherTogetherEachOnceAndInOrder() {
        List<List<Integer>> portions = new ArrayList<>();
        Subscription subscription = inbox.subscribe(topic).onAll(TYPE, ThingHappened.class, events -> {
            portions.add(events.stream().map(event -> event.data().n()).toList());
            events.forEach(event -> things.happened(event.data()));
        });
        ConsumerRecord<String, byte[]> event = event(UUID.randomUUID(), 1);
        subscription.handle(batch(event, event(UUID.randomUUID(), 2), event));
        subscription.handle(batch(event, event(UUID.randomUUID(), 3)));
        assertEquals(List.of(List.of(1, 2), List.of(3)), portions);
        assertEquals(List.of(1, 2, 3), things.of(name));
        assertOutcomes(3, 2, 0, 0);
    }

    @Test
    void takesABatchApartWhenItsCommonHandlerThrows() {
        UUID bad = UUID.randomUUID();
        Subscription subscription = inbox.subscribe(topic).onAll(TYPE, ThingHappened.class, events -> {
            events.forEach(event -> things.happened(event.data()));
            if (events.stream().anyMatch(event -> event.id().equals(bad))) {
                throw new IllegalArgumentException("No such thing");
            }
        });
        subscription.handle(batch(event(UUID.randomUUID(), 1), event(bad, 2), event(UUID.randomUUID(), 3)));
        assertEquals(List.of(1, 3), things.of(name));
        assertEquals("DEAD_LETTERED", things.status(bad));
    }

    @Test
    void acknowledgesAndCountsTypesItDoesNotKnow() {
        Subscription subscription = inbox.subscribe(topic);
        subscription.handle(batch(event(UUID.randomUUID(), 1)));
        assertOutcomes(0, 0, 0, 1);
    }

    @Test
    void theRestOfABatchIsAppliedInOrderAroundTheEventThatFails() {
        UUID bad = UUID.randomUUID();
        AtomicInteger tries = new AtomicInteger();
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {
            things.happened(event.data());
            if (event.id().equals(bad)) {
                tries.incrementAndGet();
                throw new IllegalArgumentException("No such thing");
            }
        });
        subscription.handle(batch(
                event(UUID.randomUUID(), 1), event(bad, 2), event(UUID.randomUUID(), 3), event(UUID.randomUUID(), 4)));
        assertEquals(List.of(1, 3, 4), things.of(name), "nothing is left of what the failed attempts wrote");
        assertEquals(4, tries.get(), "once in the batch, three times alone");
        assertOutcomes(3, 0, 1, 0);
        KafkaProbe.Seen letter = KafkaProbe.awaitEvent(topic + ".sample.dlt", TYPE, data -> true);
        assertEquals(bad.toString(), letter.id());
        assertEquals("No such thing", letter.headers().get("dead-letter-reason"));
        assertEquals(topic, letter.headers().get("dead-letter-topic"));
        assertEquals("0", letter.headers().get("dead-letter-partition"));
        assertEquals("1", letter.headers().get("dead-letter-offset"));
        assertEquals("3", letter.headers().get("dead-letter-attempts"));

        subscription.handle(batch(event(bad, 2)));
        assertOutcomes(3, 1, 1, 0);
    }

    @Test
    void waitsForADatabaseThatIsAwayInsteadOfGivingUp() {
        AtomicInteger tries = new AtomicInteger();
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {
            if (tries.incrementAndGet() <= 5) {
                throw new IllegalStateException(new SQLException("connection lost", "08006"));
            }
            things.happened(event.data());
        });
        subscription.handle(batch(event(UUID.randomUUID(), 1)));
        assertEquals(List.of(1), things.of(name));
        assertOutcomes(1, 0, 0, 0);
    }

    @Test
    void keepsDataThatItCannotReadAsADeadLetterWithTheSameBytes() {
        Subscription subscription =
                inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> things.happened(event.data()));
        UUID id = UUID.randomUUID();
        byte[] garbage = {'{', 0, (byte) 0xff};
        subscription.handle(batch(record(topic, id, garbage)));
        assertEquals("DEAD_LETTERED", things.status(id));
        assertOutcomes(0, 0, 1, 0);
        await().atMost(20, SECONDS)
                .until(() -> !DeadLetters.list(RealServers.bootstrapServers(), topic + ".sample.dlt")
                        .isEmpty());
        assertEquals(1, DeadLetters.replay(RealServers.bootstrapServers(), topic + ".sample.dlt", null));
        assertEquals(
                new String(garbage, UTF_8),
                KafkaProbe.readAll(topic + ".sample.retry").get(0).json());
    }

    @Test
    void saysInOneLineWhereTheDataIsNotAsItShouldBe() {
        Subscription subscription =
                inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> things.happened(event.data()));
        subscription.handle(batch(
                record(topic, UUID.randomUUID(), "{\"thing\":\"cup\",\"n\":{}}".getBytes(UTF_8)),
                record(topic, UUID.randomUUID(), "{\"thing\":".getBytes(UTF_8))));
        await().atMost(20, SECONDS)
                .until(() -> DeadLetters.list(RealServers.bootstrapServers(), topic + ".sample.dlt")
                                .size()
                        == 2);
        assertEquals(
                List.of("The data is not as its type says, at /n.", "The data is not JSON, at line 1, column 10."),
                KafkaProbe.readAll(topic + ".sample.dlt").stream()
                        .map(letter -> letter.headers().get("dead-letter-reason"))
                        .toList());
    }

    @Test
    void aDeadLetterSentAgainThatFailsAgainIsADeadLetterAgain() {
        AtomicReference<RuntimeException> failure = new AtomicReference<>(new IllegalStateException("Still broken"));
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {
            if (failure.get() != null) {
                throw failure.get();
            }
            things.happened(event.data());
        });
        UUID id = UUID.randomUUID();
        String retry = topic + ".sample.retry";
        byte[] data = data(1);
        subscription.handle(batch(record(topic, id, data)));
        subscription.handle(batch(record(retry, id, data)));
        assertEquals("DEAD_LETTERED", things.status(id));
        assertOutcomes(0, 0, 2, 0);
        failure.set(null);
        subscription.handle(batch(record(retry, id, data), record(retry, id, data), record(topic, id, data)));
        assertEquals("APPLIED", things.status(id));
        assertEquals(List.of(1), things.of(name));
        assertOutcomes(1, 2, 2, 0);
    }

    @Test
    void aHandlerRunsUnderTheCorrelationAndTheTraceOfItsEvent() {
        AtomicReference<String> correlation = new AtomicReference<>();
        AtomicReference<String> trace = new AtomicReference<>();
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {
            correlation.set(Correlation.current());
            trace.set(Span.current().getSpanContext().getTraceId());
        });
        ConsumerRecord<String, byte[]> event = event(UUID.randomUUID(), 1);
        event.headers().add("ce_correlationid", "order-66".getBytes(UTF_8));
        event.headers().add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
        subscription.handle(batch(event));
        assertEquals("order-66", correlation.get());
        assertEquals("0af7651916cd43dd8448eb211c80319c", trace.get());
    }

    @Test
    void forgetsEventsAfterTheRetention() {
        Subscription subscription =
                inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> things.happened(event.data()));
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        subscription.handle(batch(event(old, 1), event(recent, 2)));
        things.execute("update inbox set delete_after = now() - interval '1 second' where event_id = '" + old + "'");
        inbox.forgetOldEvents();
        assertEquals("", things.status(old));
        assertEquals("APPLIED", things.status(recent));
    }

    @Test
    void oneTopicHasOneSubscriptionAndOneTypeOneHandler() {
        Subscription subscription = inbox.subscribe(topic).on(TYPE, ThingHappened.class, event -> {});
        assertThrows(IllegalStateException.class, () -> inbox.subscribe(topic));
        assertThrows(IllegalArgumentException.class, () -> subscription.on(TYPE, String.class, event -> {}));
    }

    private void assertOutcomes(int applied, int duplicate, int deadLettered, int ignored) {
        assertEquals(
                Map.of("applied", applied, "duplicate", duplicate, "dead-lettered", deadLettered, "ignored", ignored),
                Map.of(
                        "applied", counted("applied"),
                        "duplicate", counted("duplicate"),
                        "dead-lettered", counted("dead-lettered"),
                        "ignored", counted("ignored")));
        assertEquals(applied + duplicate + deadLettered + ignored, (int) meters.get("ninetyten.inbox.consumed")
                .tag("topic", topic)
                .counter()
                .count());
    }

    private int counted(String outcome) {
        return (int) meters.get("ninetyten.inbox.events")
                .tag("topic", topic)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private ConsumerRecord<String, byte[]> event(UUID id, int n) {
        return record(topic, id, data(n));
    }

    private byte[] data(int n) {
        return "{\"thing\":\"%s\",\"n\":%d,\"unheard\":[]}".formatted(name, n).getBytes(UTF_8);
    }

    private ConsumerRecord<String, byte[]> record(String from, UUID id, byte[] data) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(from, 0, nextOffset++, name, data);
        record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        record.headers().add("ce_id", id.toString().getBytes(UTF_8));
        record.headers().add("ce_type", TYPE.getBytes(UTF_8));
        return record;
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> batch(ConsumerRecord<String, byte[]>... records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> byTopic = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            byTopic.computeIfAbsent(new TopicPartition(record.topic(), 0), partition -> new ArrayList<>())
                    .add(record);
        }
        return new ConsumerRecords<>(byTopic, Map.of());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
