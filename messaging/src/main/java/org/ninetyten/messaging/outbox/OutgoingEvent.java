package org.ninetyten.messaging.outbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event to publish. Events with the same topic and key keep their order.
 *
 * @param correlationId what the event belongs to, for work that serves many at once; null is that of the work in progress
 */
public record OutgoingEvent(
        String topic,
        String key,
        String type,
        Object data,
        @Nullable String correlationId) {

    public OutgoingEvent(String topic, String key, String type, Object data) {
        this(topic, key, type, data, null);
    }

    public OutgoingEvent {
        requireText(topic, "topic");
        requireText(key, "key");
        requireText(type, "type");
        Objects.requireNonNull(data, "data");
    }

    private static void requireText(String value, String name) {
        if (value.isBlank() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An event needs a " + name);
        }
    }
}
