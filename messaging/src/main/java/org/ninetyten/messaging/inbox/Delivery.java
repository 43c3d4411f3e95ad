package org.ninetyten.messaging.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.EventHeaders;
import org.ninetyten.messaging.EventJson;

/** One record on its way to a handler: the envelope read, the data not yet. */
final class Delivery {

    private final ConsumerRecord<String, byte[]> record;
    private final UUID id;
    private final String type;
    private final boolean sentAgain;
    private @Nullable IncomingEvent<?> event;
    private SpanContext span = SpanContext.getInvalid();

    private Delivery(ConsumerRecord<String, byte[]> record, UUID id, String type, boolean sentAgain) {
        this.record = record;
        this.id = id;
        this.type = type;
        this.sentAgain = sentAgain;
    }

    /** Reads the envelope; {@link NotAnEvent} if there is none. */
    static Delivery of(ConsumerRecord<String, byte[]> record, boolean sentAgain) {
        String version = required(record, EventHeaders.SPEC_VERSION);
        if (!version.startsWith("1.")) {
            throw new NotAnEvent("CloudEvents " + version + " is not known");
        }
        String id = required(record, EventHeaders.ID);
        try {
            return new Delivery(record, UUID.fromString(id), required(record, EventHeaders.TYPE), sentAgain);
        } catch (IllegalArgumentException e) {
            throw new NotAnEvent("The event id is no UUID: " + id, e);
        }
    }

    /** A record without a usable envelope: known by its place, or by the one it had when it first failed. */
    static Delivery withoutEnvelope(ConsumerRecord<String, byte[]> record, boolean sentAgain) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        String firstId = header(record, DeadLetterHeaders.ID);
        UUID id;
        try {
            id = firstId == null
                    ? UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8))
                    : UUID.fromString(firstId);
        } catch (IllegalArgumentException e) {
            id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        }
        String type = header(record, EventHeaders.TYPE);
        return new Delivery(record, id, type == null ? "unknown" : type, sentAgain);
    }

    UUID id() {
        return id;
    }

    String type() {
        return type;
    }

    ConsumerRecord<String, byte[]> record() {
        return record;
    }

    /** Whether an operator has sent the event once more, after it had become a dead letter. */
    boolean sentAgain() {
        return sentAgain;
    }

    /** Reads the data, so that an unreadable event fails before any transaction. */
    <T> void prepare(Class<T> dataType) {
        byte[] value = record.value();
        if (value == null) {
            throw new NotAnEvent("The event has no data");
        }
        T data = EventJson.read(value, dataType);
        String key = record.key() == null ? "" : record.key();
        String correlationId = Correlation.orNew(header(record, EventHeaders.CORRELATION_ID));
        event = new IncomingEvent<>(id, type, time(), key, correlationId, data);
        span = span();
    }

    /** What was prepared. The handler of a type only ever sees deliveries that were read as its own type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> IncomingEvent<T> event() {
        return (IncomingEvent<T>) Objects.requireNonNull(event);
    }

    /** Runs work on this event under the event's own correlation and trace. */
    void within(Runnable work) {
        Context.current()
                .with(Span.wrap(span))
                .wrap(() -> {
                    Correlation.begin(Objects.requireNonNull(event).correlationId());
                    try {
                        work.run();
                    } finally {
                        Correlation.end();
                    }
                })
                .run();
    }

    private Instant time() {
        String time = header(record, EventHeaders.TIME);
        if (time == null) {
            return Instant.ofEpochMilli(record.timestamp());
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new NotAnEvent("The event time is no instant: " + time, e);
        }
    }

    /** The sender's span, or none if the header is missing or broken: tracing never stops an event. */
    private SpanContext span() {
        String parent = header(record, EventHeaders.TRACE_PARENT);
        if (parent == null || !parent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                parent.substring(3, 35),
                parent.substring(36, 52),
                TraceFlags.fromHex(parent, 53),
                TraceState.getDefault());
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = header(record, name);
        if (value == null || value.isBlank()) {
            throw new NotAnEvent("The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
