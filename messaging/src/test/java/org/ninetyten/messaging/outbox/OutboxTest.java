package org.ninetyten.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxState state;

    @Inject
    @Wellness
    OutboxHealth health;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MeterRegistry meters;

    private final String topic = "outbox." + UUID.randomUUID();

    record Counted(int n) {}

    record Rich(
            Instant at,
            LocalDate on,
            Optional<String> none,
            @Nullable String nothing,
            List<String> empty) {}

    @AfterEach
    void leaveNothingBehind() throws SQLException {
        execute("delete from outbox where parked_at is not null");
    }

    @Test
    void appendingOutsideATransactionFails() {
        assertThrows(TransactionalException.class, () -> outbox.append(counted(1)));
        assertThrows(TransactionalException.class, () -> outbox.appendAll(List.of(counted(1))));
    }

    @Test
    void aRollbackLeavesNoEvent() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(counted(1));
                    outbox.appendAll(List.of(counted(2), counted(3)));
                    throw new IllegalStateException("The business says no");
                }));
        assertEquals(0, count("topic = '" + topic + "'"));
        QuarkusTransaction.requiringNew().run(() -> outbox.append(counted(4)));
        await().until(() -> !KafkaProbe.readAll(topic).isEmpty());
        assertEquals(4, KafkaProbe.readAll(topic).get(0).data().get("n").asInt());
    }

    @Test
    void aCommittedEventReachesKafkaWithItsEnvelope() {
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        Correlation.begin("order-66");
        UUID id = Context.current()
                .with(Span.wrap(span))
                .wrapSupplier(() -> QuarkusTransaction.requiringNew()
                        .call(() -> outbox.append(new OutgoingEvent(
                                topic,
                                "k",
                                "sample.rich.v1",
                                new Rich(Instant.EPOCH, LocalDate.EPOCH, Optional.empty(), null, List.of())))))
                .get();
        Correlation.end();
        KafkaProbe.Seen seen = KafkaProbe.awaitEvent(topic, "sample.rich.v1", data -> true);
        assertEquals("{\"at\":\"1970-01-01T00:00:00Z\",\"on\":\"1970-01-01\",\"empty\":[]}", seen.json());
        assertEquals(id.toString(), seen.id());
        assertEquals("k", seen.key());
        assertEquals("order-66", seen.headers().get("ce_correlationid"));
        assertEquals(
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                seen.headers().get("traceparent"));
        assertEquals("/ninetyten/sample", seen.headers().get("ce_source"));
        assertTrue(Duration.between(Instant.parse(seen.headers().get("ce_time")), Instant.now())
                        .compareTo(Duration.ofMinutes(1))
                < 0);
    }

    @Test
    void aListKeepsItsOrder() {
        List<Integer> numbers = IntStream.range(0, 5000).boxed().toList();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(numbers.stream().map(this::counted).toList()));
        await().until(() -> KafkaProbe.readAll(topic).size() == numbers.size());
        assertEquals(
                numbers,
                KafkaProbe.readAll(topic).stream()
                        .map(seen -> seen.data().get("n").asInt())
                        .toList());
    }

    @Test
    void eventsOfOneStatementMayBelongToDifferentCauses() {
        Correlation.begin("the-worker");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(List.of(
                        new OutgoingEvent(topic, "k", "sample.counted.v1", new Counted(1), "order-1"), counted(2))));
        Correlation.end();
        await().until(() -> KafkaProbe.readAll(topic).size() == 2);
        assertEquals(
                List.of("order-1", "the-worker"),
                KafkaProbe.readAll(topic).stream()
                        .map(seen -> seen.headers().get("ce_correlationid"))
                        .toList());
    }

    @Test
    void anEventThatKafkaWouldRefuseFailsWhereItIsMade() {
        String large = "x".repeat(1_100_000);
        assertThrows(
                IllegalArgumentException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(new OutgoingEvent(topic, "k", "sample.large.v1", large))));
        assertThrows(IllegalArgumentException.class, () -> new OutgoingEvent(topic, " ", "sample.v1", large));
    }

    @Test
    void parkedEventsAreShownAndReleased() throws Exception {
        UUID id = UUID.randomUUID();
        execute("""
                insert into outbox
                    (event_id, topic, message_key, type, payload, occurred_at, retry_at, parked_at, park_reason)
                values ('%s', '%s', 'k', 'sample.counted.v1', '{"n":1}', now(), 'infinity', now(), 'too sick')""".formatted(id, topic));
        QuarkusTransaction.requiringNew().run(() -> outbox.append(counted(2)));
        state.refresh();
        assertEquals(1, meters.get("ninetyten.outbox.parked").gauge().value());
        assertEquals(2, meters.get("ninetyten.outbox.held").gauge().value());
        assertEquals(HealthCheckResponse.Status.DOWN, health.call().getStatus());
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/health/well").then().statusCode(503);

        assertFalse(QuarkusTransaction.requiringNew().call(() -> outbox.release(UUID.randomUUID())));
        assertTrue(QuarkusTransaction.requiringNew().call(() -> outbox.release(id)));
        await().until(() -> KafkaProbe.readAll(topic).size() == 2);
        assertEquals(
                List.of(1, 2),
                KafkaProbe.readAll(topic).stream()
                        .map(seen -> seen.data().get("n").asInt())
                        .toList());
        await().until(() -> health.call().getStatus() == HealthCheckResponse.Status.UP);
    }

    @Test
    void forwardsBytesThatAreNoText() {
        byte[] bytes = {0, (byte) 0xc3, 0x28};
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.forward(topic, null, "any", bytes, Map.of("why", "because")));
        await().until(() -> !KafkaProbe.readAll(topic).isEmpty());
        KafkaProbe.Seen seen = KafkaProbe.readAll(topic).get(0);
        assertEquals(new String(bytes, UTF_8), seen.json());
        assertEquals(Map.of("why", "because"), seen.headers());
    }

    private OutgoingEvent counted(int n) {
        return new OutgoingEvent(topic, "k", "sample.counted.v1", new Counted(n));
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from outbox where " + condition)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
