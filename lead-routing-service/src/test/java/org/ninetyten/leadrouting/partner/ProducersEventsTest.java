package org.ninetyten.leadrouting.partner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;

/** Feeds the consumers what the producers say they publish. */
@QuarkusTest
class ProducersEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Partners partners;

    @Inject
    Network network;

    @Test
    void anOnboardedPartnerIsKnownAndAnOlderEventChangesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode onboarded = partnerEvent("partner.onboarded.v1", id, 5);
        sendPartner(id, "partner.onboarded.v1", onboarded);
        PartnerProfile profile = awaitPartner(id, found -> true);
        assertTrue(profile.speaks("ru"));
        assertTrue(profile.territory().countries().contains("KZ"));
        assertEquals(10, profile.openLeadCap());
        BusinessCalendar calendar = Objects.requireNonNull(profile.calendar());
        assertEquals(List.of(Opening.of("09:00", "18:00")), calendar.week().get(DayOfWeek.MONDAY));
        assertEquals(Set.of(LocalDate.parse("2026-12-16")), calendar.holidays());

        ObjectNode changed = partnerEvent("partner.changed.v1", id, 7);
        ((ObjectNode) changed.path("capacity")).put("openLeadCap", 77);
        ObjectNode late = partnerEvent("partner.changed.v1", id, 6);
        ((ObjectNode) late.path("capacity")).put("openLeadCap", 66);
        sendPartner(id, "partner.changed.v1", changed);
        sendPartner(id, "partner.changed.v1", late);
        sendPartner(id, "partner.tierchanged.v1", tierEvent(id, 8));

        PartnerProfile after = awaitPartner(id, found -> found.tier() != profile.tier());
        assertEquals(77, after.openLeadCap());
    }

    @Test
    void aSuspendedPartnerGetsNoMoreLeads() throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode active = partnerEvent("partner.changed.v1", id, 1).put("status", "ACTIVE");
        sendPartner(id, "partner.changed.v1", active);
        awaitPartner(id, PartnerProfile::isActive);
        sendPartner(
                id,
                "partner.suspended.v1",
                partnerEvent("partner.suspended.v1", id, 2).put("status", "SUSPENDED"));

        awaitPartner(id, found -> !found.isActive());
    }

    @Test
    void aPauseAndASmallerCapacityHoldFromTheEventOn() throws Exception {
        UUID id = network.partnerIn("FK");
        sendPartner(id, "partner.changed.v1", inTheFalklands(id, 2, 1, false));
        awaitPartner(id, found -> found.openLeadCap() == 1);
        UUID first = Api.accepted(Api.leadIn("FK"));
        assertEquals(id.toString(), Api.lead(first).getString("partnerId"));
        Api.awaitStatus(Api.capture(Api.leadIn("FK")), "DESK");

        sendPartner(id, "partner.changed.v1", inTheFalklands(id, 3, 5, true));
        awaitPartner(id, PartnerProfile::paused);
        Api.awaitStatus(Api.capture(Api.leadIn("FK")), "DESK");

        sendPartner(id, "partner.changed.v1", inTheFalklands(id, 4, 5, false));
        awaitPartner(id, found -> !found.paused());
        UUID last = Api.capture(Api.leadIn("FK"));
        assertEquals(id, Api.id(Api.awaitOffer(last, 1), "partnerId"));
    }

    private static ObjectNode inTheFalklands(UUID id, long version, int openLeadCap, boolean paused) throws Exception {
        ObjectNode event = partnerEvent("partner.changed.v1", id, version).put("status", "ACTIVE");
        event.put("timeZone", "UTC").remove("calendar");
        ((ObjectNode) event.path("territory"))
                .putNull("radiusKm")
                .putArray("subdivisions")
                .removeAll();
        ((ObjectNode) event.path("territory")).putArray("countries").add("FK");
        ((ObjectNode) event.path("capacity")).put("openLeadCap", openLeadCap).put("paused", paused);
        return event;
    }

    @Test
    void aCredentialCountsFromItsGrantToItsRevocationEvenIfItComesBeforeThePartner() throws Exception {
        UUID partner = UUID.randomUUID();
        UUID credential = UUID.randomUUID();
        ObjectNode granted = example("academy-service", "credential.granted.v1");
        granted.put("partnerId", partner.toString()).put("credentialId", credential.toString());
        KafkaProbe.send(
                "academy.credential",
                credential.toString(),
                "org.ninetyten.academy.credential.granted.v1",
                granted.toString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.count("select count(*) from credential where credential_id = ?", credential) == 1);
        sendPartner(partner, "partner.onboarded.v1", partnerEvent("partner.onboarded.v1", partner, 1));

        LocalDate day = LocalDate.parse(granted.path("validFrom").asText());
        IncomePoint competency = IncomePoint.valueOf(granted.path("competency").asText());
        awaitPartner(partner, found -> found.holds(competency, day));

        ObjectNode revoked = example("academy-service", "credential.revoked.v1");
        revoked.put("partnerId", partner.toString()).put("credentialId", credential.toString());
        KafkaProbe.send(
                "academy.credential",
                credential.toString(),
                "org.ninetyten.academy.credential.revoked.v1",
                revoked.toString());
        awaitPartner(partner, found -> !found.holds(competency, day));
    }

    @Test
    void aVisitorBecomesALeadOnceAndTheHostIsFirstInLine() throws Exception {
        UUID event = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            network.partnerIn("RU");
        }
        UUID host = network.partnerIn("RU");
        ObjectNode visitor = example("events-service", "attendee.attended.v1");
        visitor.put("eventId", event.toString()).put("hostPartnerId", host.toString());
        for (int i = 0; i < 2; i++) {
            UUID registration = UUID.randomUUID();
            visitor.put("registrationId", registration.toString());
            KafkaProbe.send(
                    "events.attendee",
                    registration.toString(),
                    "org.ninetyten.events.attendee.attended.v1",
                    visitor.toString());
        }
        KafkaProbe.Seen created = KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.created.v1",
                data -> data.path("eventId").asText().equals(event.toString()));
        UUID lead = UUID.fromString(created.key());
        Map<String, Object> offer = Api.awaitOffer(lead, 1);

        assertEquals(host, Api.id(offer, "partnerId"));
        assertEquals(visitor.path("email").asText(), Api.lead(lead).getString("contact.email"));
        UUID other = UUID.randomUUID();
        visitor.put("registrationId", other.toString()).put("email", "somebody.else@example.com");
        KafkaProbe.send(
                "events.attendee", other.toString(), "org.ninetyten.events.attendee.attended.v1", visitor.toString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> network.count("select count(*) from lead where event_id = ?", event) == 2);
    }

    private PartnerProfile awaitPartner(UUID id, java.util.function.Predicate<PartnerProfile> fits) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> partners.find(id).filter(fits), Optional::isPresent)
                .orElseThrow();
    }

    private static ObjectNode partnerEvent(String name, UUID id, long version) throws Exception {
        return example("partner-service", name).put("partnerId", id.toString()).put("version", version);
    }

    private static ObjectNode tierEvent(UUID id, long version) throws Exception {
        return partnerEvent("partner.tierchanged.v1", id, version).put("newTier", "PLATINUM");
    }

    private static ObjectNode example(String service, String name) throws Exception {
        JsonNode example = JSON.readTree(Contracts.producerExample(service, name));
        return (ObjectNode) example;
    }

    private static void sendPartner(UUID id, String name, ObjectNode event) {
        KafkaProbe.send("partner.partner", id.toString(), "org.ninetyten.partner." + name, event.toString());
    }
}
