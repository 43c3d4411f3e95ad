package org.ninetyten.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.EventHeaders;
import org.ninetyten.messaging.EventJson;

/**
 * Takes events that must be published if, and only if, the caller's transaction commits.
 *
 * <p>Append after the aggregate has been written or locked: then the order of the rows is the order of the commits.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, message_key, type, payload, raw_payload, headers, forwarded, occurred_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** One statement for any number of rows; the order by makes positions follow the list. */
    private static final String INSERT_ALL = """
            insert into outbox (event_id, topic, message_key, type, payload, headers, occurred_at)
            select event_id, topic, message_key, type, payload, headers, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                with ordinality as event (event_id, topic, message_key, type, payload, headers, ordinal)
            order by ordinal""";

    private static final int ROOM_FOR_HEADERS = 64 * 1024;
    private static final int MOST_BYTES_PER_CHAR = 3;

    private final int largestEvent;
    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final OutboxRelay relay;

    Outbox(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transaction,
            Clock clock,
            OutboxRelay relay,
            OutboxConfig config) {
        this.largestEvent = config.maxRecordBytes() - ROOM_FOR_HEADERS;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.clock = clock;
        this.relay = relay;
    }

    /** Appends one event and answers its CloudEvents id. */
    public UUID append(OutgoingEvent event) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Map<String, String> context = context();
        String headers = headers(event, context, EventJson.write(context));
        insert(id, event.topic(), event.key(), event.type(), payload(event), null, headers, false);
        return id;
    }

    /** Appends the events in the order of the list, in one statement. */
    public void appendAll(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
            insert.setObject(1, now());
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            events.stream()
                                    .map(event -> UuidCreator.getTimeOrderedEpoch())
                                    .toArray()));
            insert.setArray(
                    3,
                    texts(connection, events.stream().map(OutgoingEvent::topic).toArray()));
            insert.setArray(
                    4, texts(connection, events.stream().map(OutgoingEvent::key).toArray()));
            insert.setArray(
                    5,
                    texts(connection, events.stream().map(OutgoingEvent::type).toArray()));
            insert.setArray(
                    6, texts(connection, events.stream().map(this::payload).toArray()));
            Map<String, String> context = context();
            String shared = EventJson.write(context);
            insert.setArray(
                    7,
                    texts(
                            connection,
                            events.stream()
                                    .map(event -> headers(event, context, shared))
                                    .toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
        wakeRelayAfterCommit();
    }

    /** Appends a message that another service wrote, as it came, with headers of its own: the way of dead letters. */
    public void forward(
            String topic, @Nullable String key, String type, byte @Nullable [] value, Map<String, String> headers) {
        String text = value == null ? null : asText(value);
        insert(
                UuidCreator.getTimeOrderedEpoch(),
                topic,
                // A row always has a key; the relay turns the empty one back into none.
                key == null ? "" : withoutNul(key),
                withoutNul(type),
                text,
                text == null ? value : null,
                EventJson.write(headers),
                true);
    }

    /** Lets a parked row, and with it the later rows of its key, go again; false if no such row is parked. */
    public boolean release(UUID eventId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement release = connection.prepareStatement("select outbox_release(?)")) {
            release.setObject(1, eventId);
            try (var result = release.executeQuery()) {
                wakeRelayAfterCommit();
                return result.next() && result.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
    }

    private void insert(
            UUID id,
            String topic,
            String key,
            String type,
            @Nullable String payload,
            byte @Nullable [] rawPayload,
            String headers,
            boolean forwarded) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setString(4, type);
            insert.setString(5, payload);
            if (rawPayload == null) {
                insert.setNull(6, Types.BINARY);
            } else {
                insert.setBytes(6, rawPayload);
            }
            insert.setString(7, headers);
            insert.setBoolean(8, forwarded);
            insert.setObject(9, now());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
        wakeRelayAfterCommit();
    }

    private String payload(OutgoingEvent event) {
        String json = EventJson.write(event.data());
        // A row that Kafka refuses would hold up its key; the transaction that makes it is the place to fail.
        if (json.length() > largestEvent / MOST_BYTES_PER_CHAR && json.getBytes(UTF_8).length > largestEvent) {
            throw new IllegalArgumentException(event.type() + " is larger than " + largestEvent + " bytes");
        }
        return json;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static java.sql.Array texts(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private static String headers(OutgoingEvent event, Map<String, String> context, String shared) {
        String correlationId = event.correlationId();
        if (correlationId == null) {
            return shared;
        }
        Map<String, String> own = new LinkedHashMap<>(context);
        own.put(EventHeaders.CORRELATION_ID, correlationId);
        return EventJson.write(own);
    }

    private static Map<String, String> context() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.CORRELATION_ID, Correlation.current());
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            headers.put(
                    EventHeaders.TRACE_PARENT,
                    "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                            + span.getTraceFlags().asHex());
        }
        return headers;
    }

    /** The bytes as a string that PostgreSQL can store and that turns back into the same bytes; else null. */
    private static @Nullable String asText(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) {
            return;
        }
        transaction.putResource(Outbox.class, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
