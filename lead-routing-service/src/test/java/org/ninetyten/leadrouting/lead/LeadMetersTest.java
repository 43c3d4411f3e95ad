package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;

@QuarkusTest
class LeadMetersTest {

    @Inject
    Network network;

    @Inject
    LeadMeters meters;

    @Inject
    MeterRegistry registry;

    @Test
    void whatWaitsIsCountedWithItsAge() {
        network.partnerIn("PL");
        meters.look();
        double pending = gauge("ninetyten.offers.pending");
        double atDesk = gauge("ninetyten.leads.desk");
        Api.awaitOffer(Api.capture(Api.leadIn("PL")), 1);
        Api.awaitStatus(Api.capture(Api.leadIn("NU")), "DESK");
        MutableClock.advance(Duration.ofSeconds(30));
        meters.look();

        assertEquals(pending + 1, gauge("ninetyten.offers.pending"));
        assertEquals(atDesk + 1, gauge("ninetyten.leads.desk"));
        assertTrue(gauge("ninetyten.offers.pending.oldest.age") >= 30);
        assertEquals(0, gauge("ninetyten.leads.waiting"));
        assertEquals(0, gauge("ninetyten.leads.waiting.oldest.age"));
    }

    @Test
    void leadsThatPartnersDoNotMoveAreCounted() {
        UUID partner = network.partnerIn("BQ");
        UUID lead = Api.accepted(Api.leadIn("BQ"));
        double overdue = breached("CONTACT_OVERDUE");
        double nudged = breached("NUDGE");
        MutableClock.set(Instant.parse(
                Api.partner(partner).get("/v1/leads/{id}/work", lead).jsonPath().getString("contactBy")));
        awaitWatched();
        meters.look();
        double late = gauge("ninetyten.leads.contact.late");
        assertTrue(late >= 1);
        assertTrue(breached("CONTACT_OVERDUE") >= overdue + 1);

        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        meters.look();
        assertEquals(late - 1, gauge("ninetyten.leads.contact.late"));

        MutableClock.set(Instant.parse(
                Api.partner(partner).get("/v1/leads/{id}/work", lead).jsonPath().getString("nextStepAt")));
        awaitWatched();
        meters.look();
        double silent = gauge("ninetyten.leads.silent");
        assertTrue(silent >= 1);
        assertTrue(breached("NUDGE") >= nudged + 1);

        MutableClock.advance(Duration.ofSeconds(1));
        Api.partner(partner)
                .body("{\"note\": \"They call back.\"}")
                .post("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(201);
        awaitWatched();
        meters.look();
        assertEquals(silent - 1, gauge("ninetyten.leads.silent"));
    }

    /** Waits until the service has looked at all work whose time has come, that of other tests too. */
    private void awaitWatched() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> network.count(
                                "select count(*) from lead_work where look_at <= ?",
                                MutableClock.now().atOffset(ZoneOffset.UTC))
                        == 0);
    }

    @Test
    void everyEndOfAnOfferIsCounted() {
        for (int i = 0; i < 3; i++) {
            network.partnerIn("RO");
        }
        double accepted = answered(OfferState.ACCEPTED);
        double declined = answered(OfferState.DECLINED);
        double expired = answered(OfferState.EXPIRED);

        UUID lead = Api.capture(Api.leadIn("RO"));
        Api.desk()
                .body("{\"reason\": \"OTHER\"}")
                .post("/v1/offers/{id}/decline", Api.awaitOffer(lead, 1).get("id"))
                .then()
                .statusCode(200);
        MutableClock.set(Instant.parse(Api.awaitOffer(lead, 2).get("expiresAt").toString()));
        Map<String, Object> last = Api.awaitOffer(lead, 3);
        Api.accept(Api.id(last, "partnerId"), Api.id(last, "id")).then().statusCode(200);

        assertEquals(accepted + 1, answered(OfferState.ACCEPTED));
        assertEquals(declined + 1, answered(OfferState.DECLINED));
        // Other tests' offers may expire in the same instant.
        await().atMost(Duration.ofSeconds(10)).until(() -> answered(OfferState.EXPIRED) >= expired + 1);
    }

    private double breached(String step) {
        return registry.get("ninetyten.leads.sla.breached")
                .tag("step", step)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double answered(OfferState state) {
        return registry.get("ninetyten.offers.answered")
                .tag("state", state.name())
                .counter()
                .count();
    }
}
