package org.ninetyten.messaging.outbox;

import java.util.Objects;

/** One event to publish. Events with the same topic and key keep their order. */
public record OutgoingEvent(String topic, String key, String type, Object data) {

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
