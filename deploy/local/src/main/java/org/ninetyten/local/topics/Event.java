package org.ninetyten.local.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One event as a person reads it. */
public record Event(String topic, String key, String type, Instant time, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final String PREFIX = "org.ninetyten.";

    /** These stay out of a terminal: it is scrolled, copied and shared. */
    private static final Set<String> PERSONAL = Set.of("name", "email", "phone", "contact", "contactName");

    public static Event of(ConsumerRecord<String, byte[]> message) {
        String type = Broker.header(message, "ce_type").orElse("?");
        return new Event(
                message.topic(),
                String.valueOf(message.key()),
                type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type,
                Instant.ofEpochMilli(message.timestamp()),
                body(message));
    }

    private static JsonNode body(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return NullNode.getInstance();
        }
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            return NullNode.getInstance();
        }
    }

    public String line(ZoneId zone) {
        return CLOCK.format(time.atZone(zone)) + "  " + summary();
    }

    /** Type, key and the plain values; lists and objects only by their size. */
    public String summary() {
        List<String> values = new ArrayList<>();
        data.properties().forEach(field -> {
            String shown = shown(field.getKey(), field.getValue());
            if (!shown.isEmpty() && !shown.equals(key)) {
                values.add(field.getKey() + "=" + shown);
            }
        });
        return type + "  " + key + "  " + String.join(" ", values);
    }

    private static String shown(String name, JsonNode value) {
        if (PERSONAL.contains(name)) {
            return "…";
        }
        if (value.isArray()) {
            boolean plain = value.size() <= 4 && allPlain(value);
            return plain ? value.toString().replace("\"", "") : "[" + value.size() + "]";
        }
        return value.isValueNode() && !name.equals("occurredAt") && !value.isNull() ? value.asText() : "";
    }

    private static boolean allPlain(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isValueNode()) {
                return false;
            }
        }
        return true;
    }
}
