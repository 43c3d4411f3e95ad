package org.ninetyten.events.partner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;

@QuarkusTest
class PartnerEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    HostPartners partners;

    @Inject
    KeepPartner keep;

    @Test
    void thePartnersExamplesAreUnderstoodInTheirOrder() throws JsonProcessingException {
        UUID id = UUID.randomUUID();

        send(id, "onboarded", 1, "status", "ONBOARDING");
        await().untilAsserted(() -> assertEquals("ONBOARDING", kept(id).status()));
        assertEquals("BUSINESS", kept(id).tier());
        send(id, "changed", 2, "status", "ACTIVE");
        await().untilAsserted(() -> assertTrue(kept(id).isActive()));
        send(id, "tierchanged", 3, "newTier", "GOLD");
        await().untilAsserted(() -> assertEquals("GOLD", kept(id).tier()));
        send(id, "suspended", 4, "status", "SUSPENDED");
        await().untilAsserted(() -> assertEquals("SUSPENDED", kept(id).status()));
        assertEquals(4, kept(id).version());
    }

    @Test
    void anOlderVersionChangesNothing() {
        UUID id = UUID.randomUUID();
        keep.state(id, 7, "Volga Soft", "ACTIVE", "GOLD");

        keep.state(id, 6, "Volga", "SUSPENDED", "BUSINESS");
        keep.tier(id, 5, "BUSINESS");

        assertEquals("ACTIVE", kept(id).status());
        assertEquals("GOLD", kept(id).tier());
        assertEquals("Volga Soft", kept(id).legalName());
        assertEquals(7, kept(id).version());
    }

    private HostPartner kept(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(partners.findById(id)))
                .orElseThrow(() -> new AssertionError("Not kept yet"));
    }

    private static void send(UUID id, String fact, int version, String field, String value)
            throws JsonProcessingException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(Contracts.producerExample("partner-service", "partner." + fact + ".v1"));
        event.put("partnerId", id.toString()).put("version", version).put(field, value);
        KafkaProbe.send("partner.partner", id.toString(), "org.ninetyten.partner.partner." + fact + ".v1", event);
    }
}
