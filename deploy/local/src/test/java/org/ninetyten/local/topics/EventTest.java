package org.ninetyten.local.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventTest {

    @Test
    void anEventIsOneReadableLineWithoutPersonalData() {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>("events.attendee", 0, 0, "r-1", """
                {"registrationId": "r-1", "name": "Alina", "email": "alina@example.com", "country": "RU",
                 "needs": ["AUDIT", "TRAINING"], "lines": [{"a": 1}], "occurredAt": "2026-11-23T12:00:00Z"}
                """.getBytes(UTF_8));
        message.headers().add("ce_type", "org.ninetyten.events.attendee.attended.v1".getBytes(UTF_8));
        assertEquals(
                "events.attendee.attended.v1  r-1  name=… email=… country=RU needs=[AUDIT,TRAINING] lines=[1]",
                Event.of(message).summary());
    }

    @Test
    void whatIsNoJsonIsStillShown() {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>("partner.partner", 0, 0, "p-1", "oops".getBytes(UTF_8));
        assertEquals("?  p-1  ", Event.of(message).summary());
    }
}
