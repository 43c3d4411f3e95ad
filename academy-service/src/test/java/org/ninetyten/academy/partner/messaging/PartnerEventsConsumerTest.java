package org.ninetyten.academy.partner.messaging;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.academy.partner.StaffQueries;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;

@QuarkusTest
class PartnerEventsConsumerTest {

    private static final String TOPIC = "partner.partner";
    private static final String JOINED = "org.ninetyten.partner.staff.joined.v1";
    private static final String LEFT = "org.ninetyten.partner.staff.left.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    StaffQueries staff;

    private final String partnerId = UUID.randomUUID().toString();
    private final String staffId = UUID.randomUUID().toString();

    @Test
    void learnsWhoJoinsAndLeaves() throws Exception {
        send(JOINED, ours("staff.joined.v1"));
        await(() -> staff.employs(UUID.fromString(partnerId), UUID.fromString(staffId)));
        send(LEFT, ours("staff.left.v1").put("employedTo", "2025-06-30"));
        await(() -> !staff.employs(UUID.fromString(partnerId), UUID.fromString(staffId)));
    }

    @Test
    void aDepartureInTheFutureLeavesThePersonInPlaceUntilThen() throws Exception {
        send(JOINED, ours("staff.joined.v1"));
        send(LEFT, ours("staff.left.v1").put("employedTo", "2099-12-31"));
        sendLastAndAwait();
        await(() -> staff.employs(UUID.fromString(partnerId), UUID.fromString(staffId)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onboarded", "changed", "suspended"})
    void learnsWhereAPartnerStandsAndForgetsOlderNews(String what) throws Exception {
        String type = "org.ninetyten.partner.partner." + what + ".v1";
        ObjectNode state = ours("partner." + what + ".v1");
        send(type, state.deepCopy().put("version", 7).put("status", "TERMINATED"));
        send(type, state.deepCopy().put("version", 6).put("status", "ACTIVE"));
        sendLastAndAwait();
        await(() -> staff.isTerminated(UUID.fromString(partnerId)));
    }

    @Test
    void whatCannotBeReadBecomesADeadLetterAndTheRestGoesOn() throws Exception {
        send(JOINED, ours("staff.joined.v1").put("employedFrom", "someday"));
        send("org.ninetyten.partner.something.new.v1", ours("staff.joined.v1"));
        sendLastAndAwait();
        KafkaProbe.Seen dead = KafkaProbe.awaitEvent(
                "partner.partner.academy-service.dlt",
                JOINED,
                data -> data.path("partnerId").asText().equals(partnerId));
        assertFalse(dead.headers().isEmpty());
        assertFalse(staff.employs(UUID.fromString(partnerId), UUID.fromString(staffId)));
    }

    private void sendLastAndAwait() throws Exception {
        UUID last = UUID.randomUUID();
        send(JOINED, ours("staff.joined.v1").put("staffId", last.toString()));
        await(() -> staff.employs(UUID.fromString(partnerId), last));
    }

    /** The producer's example, about a partner and a person of this test alone. */
    private ObjectNode ours(String event) throws Exception {
        JsonNode example = JSON.readTree(Contracts.producerExample("partner-service", event));
        ObjectNode ours = ((ObjectNode) example).put("partnerId", partnerId);
        return ours.has("staffId") ? ours.put("staffId", staffId) : ours;
    }

    private void send(String type, ObjectNode data) {
        KafkaProbe.send(TOPIC, partnerId, type, data.toString());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
