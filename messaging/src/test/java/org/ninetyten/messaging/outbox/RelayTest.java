package org.ninetyten.messaging.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.RealServers;

class RelayTest {

    private RelayFixture outbox;

    @BeforeEach
    void startWithAnEmptyOutbox() throws Exception {
        outbox = RelayFixture.create();
    }

    @AfterEach
    void stopRelays() throws Exception {
        outbox.close();
    }

    @Test
    void publishesInTheOrderOfCommitsAndEmptiesTheOutbox() throws Exception {
        outbox.append("a", 1, 2, 3);
        outbox.append("b", 1, 2);
        outbox.start();
        awaitEmptyOutbox();
        assertEquals(Map.of("a", List.of(1, 2, 3), "b", List.of(1, 2)), outbox.published());
    }

    @Test
    void sendsAgainWhatWasAcknowledgedButNotDeletedWhenTheProcessWasKilled() throws Exception {
        outbox.append("a", 1, 2, 3);
        Process relay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        RelayThatDies.class.getName(),
                        outbox.jdbcUrl,
                        RealServers.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/relay-that-dies.log"))
                .start();
        assertTrue(relay.waitFor(30, SECONDS));
        assertEquals(RelayThatDies.KILLED, relay.exitValue());
        assertEquals(Map.of("a", List.of(1, 2, 3)), outbox.published(), "Kafka has them");
        assertEquals(3, outbox.count("true"), "and so has the outbox");

        outbox.append("a", 4);
        outbox.start();
        awaitEmptyOutbox();
        assertEquals(Map.of("a", List.of(1, 2, 3, 1, 2, 3, 4)), outbox.published());
        assertEquals(Map.of("a", List.of(1, 2, 3, 4)), outbox.applied());
    }

    @Test
    void keepsTheOrderWithTwoRelaysAndTheSecondTakesOverWhenTheFirstDies() throws Exception {
        List<String> keys = List.of("a", "b", "c", "d");
        Relay first = outbox.start();
        Relay second = outbox.start();
        int rounds = 300;
        for (int n = 1; n <= rounds; n++) {
            for (String key : keys) {
                outbox.append(key, n);
            }
            (n % 2 == 0 ? first : second).wake();
            if (n == rounds / 3 || n == 2 * rounds / 3) {
                killTheActiveRelay();
            }
        }
        awaitEmptyOutbox();
        List<Integer> inOrder = IntStream.rangeClosed(1, rounds).boxed().toList();
        assertEquals(keys.stream().collect(toMap(key -> key, key -> inOrder)), outbox.applied());
    }

    @Test
    void ofTwoRelaysOnlyTheActiveOnePublishes() throws Exception {
        Relay first = outbox.start();
        Relay second = outbox.start();
        List<Integer> numbers = IntStream.rangeClosed(1, 300).boxed().toList();
        for (int n : numbers) {
            outbox.append("a", n);
            first.wake();
            second.wake();
        }
        awaitEmptyOutbox();
        assertEquals(1, outbox.activeRelays());
        // Two that publish would read the same rows and send them twice.
        assertEquals(Map.of("a", numbers), outbox.published());
    }

    @Test
    void theStandbyWakesTheActiveRelay() throws Exception {
        Relay slow = outbox.start(outbox.relay(Duration.ofMinutes(5)));
        outbox.append("a", 1);
        slow.wake();
        awaitEmptyOutbox();
        Relay standby = outbox.start(outbox.relay(Duration.ofMinutes(5)));
        outbox.append("a", 2);
        standby.wake();
        // Without the notification the row would wait for the poll in five minutes.
        awaitEmptyOutbox();
    }

    @Test
    void aLowerPositionThatCommitsLaterIsNotSkipped() throws Exception {
        outbox.start();
        try (Connection late = outbox.open()) {
            late.setAutoCommit(false);
            outbox.append(late, "late", 1);
            outbox.append("early", 1);
            await().until(() -> outbox.published().containsKey("early"));
            await().until(() -> outbox.count("true") == 0);
            late.commit();
        }
        await().until(() -> outbox.published().containsKey("late"));
        awaitEmptyOutbox();
    }

    @Test
    void aRefusedRowIsParkedWithTheLaterOnesOfItsKeyWhileOthersFlow() throws Exception {
        UUID poison;
        try (Connection connection = outbox.open()) {
            outbox.append(connection, "sick", 1);
            poison = RelayFixture.append(
                    connection, outbox.topic, "sick", "{\"n\":2,\"x\":\"" + "x".repeat(2_000_000) + "\"}");
            outbox.append(connection, "sick", 3);
            outbox.append(connection, "well", 1);
        }
        outbox.start();
        await().until(() -> outbox.count("parked_at is not null") == 1);
        outbox.append("sick", 4);
        outbox.append("well", 2);
        await().until(() -> outbox.published().getOrDefault("well", List.of()).equals(List.of(1, 2)));

        assertEquals(List.of(1), outbox.published().get("sick"), "nothing overtakes the parked row");
        assertEquals(3, outbox.count("message_key = 'sick'"));
        assertEquals(1, outbox.count("attempts = 3 and park_reason like '%RecordTooLarge%'"));
        assertTrue(outbox.meters.get("ninetyten.outbox.refused").counter().count() >= 3);

        outbox.execute("update outbox set payload = '{\"n\":2}' where event_id = '" + poison + "'");
        outbox.execute("select outbox_release('" + poison + "')");
        awaitEmptyOutbox();
        assertEquals(List.of(1, 2, 3, 4), outbox.published().get("sick"));
    }

    @Test
    void aTopicThatDoesNotExistHoldsUpNoOther() throws Exception {
        try (Connection connection = outbox.open()) {
            RelayFixture.append(connection, "no such topic!", "a", "{}");
        }
        outbox.append("a", 1);
        outbox.start();
        await().until(() -> outbox.published().containsKey("a"));
        assertEquals(1, outbox.count("topic = 'no such topic!'"));
    }

    @Test
    void aForwardedMessageKeepsItsBytesAndItsHeadersOnly() throws Exception {
        outbox.execute("""
                insert into outbox (event_id, topic, message_key, type, raw_payload, headers, forwarded, occurred_at)
                values (gen_random_uuid(), '%s', '', '', '\\x7b7d', '{"why":"Grüße"}', true, now())""".formatted(outbox.topic));
        outbox.start();
        awaitEmptyOutbox();
        KafkaProbe.Seen seen = KafkaProbe.readAll(outbox.topic).get(0);
        assertNull(seen.key());
        assertEquals("{}", seen.json());
        assertEquals(Map.of("why", "Grüße"), seen.headers());
    }

    @Test
    void anEventCarriesTheEnvelope() throws Exception {
        try (Connection connection = outbox.open()) {
            UUID id = RelayFixture.append(connection, outbox.topic, "ключ", "{\"name\":\"Łódź 🚀\"}");
            outbox.start();
            awaitEmptyOutbox();
            KafkaProbe.Seen seen = KafkaProbe.readAll(outbox.topic).get(0);
            assertEquals("{\"name\":\"Łódź 🚀\"}", seen.json());
            assertEquals("ключ", seen.key());
            assertEquals(id.toString(), seen.id());
            assertEquals("sample.counted.v1", seen.type());
            assertEquals("1.0", seen.headers().get("ce_specversion"));
            assertEquals("/ninetyten/sample", seen.headers().get("ce_source"));
            assertEquals("ключ", seen.headers().get("ce_subject"));
            assertEquals("application/json", seen.headers().get("content-type"));
            assertFalse(seen.headers().get("ce_time").isEmpty());
        }
    }

    private void killTheActiveRelay() throws Exception {
        try (Connection connection = outbox.open();
                Statement statement = connection.createStatement();
                ResultSet killed = statement.executeQuery("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and granted
                          and database = (select oid from pg_database where datname = current_database())""")) {
            assertTrue(killed.next(), "a relay is active");
        }
    }

    private void awaitEmptyOutbox() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> outbox.count("true") == 0);
    }
}
