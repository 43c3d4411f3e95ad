package org.ninetyten.leadrouting.report;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;

@QuarkusTest
class ResponseStatisticsTest {

    private static final String REGION = "PACIFIC";

    @Inject
    Network network;

    @Inject
    Database database;

    @Test
    void answersTimesReasonsAndFirstContactsAreCountedForPartnerAndRegion() {
        UUID partner = network.partnerIn("WS");
        database.update("update partner set region = ? where partner_id = ?", REGION, partner);
        LocalDate monday =
                LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        // Two minutes before closing time: the night counts nothing.
        MutableClock.set(monday.atTime(17, 58).toInstant(ZoneOffset.UTC));
        Map<String, Object> overNight = Api.awaitOffer(Api.capture(Api.leadIn("WS")), 1);
        MutableClock.set(monday.plusDays(1).atTime(9, 5).toInstant(ZoneOffset.UTC));
        accept(overNight);
        UUID contacted = Api.capture(Api.leadIn("WS"));
        Map<String, Object> second = Api.awaitOffer(contacted, 1);
        MutableClock.advance(Duration.ofMinutes(12));
        accept(second);
        Api.partner(partner).post("/v1/leads/{id}/contacted", contacted).then().statusCode(200);
        Map<String, Object> third = Api.awaitOffer(Api.capture(Api.leadIn("WS")), 1);
        MutableClock.advance(Duration.ofMinutes(3));
        Api.partner(partner)
                .body("{\"reason\": \"NO_CAPACITY\"}")
                .post("/v1/offers/{id}/decline", third.get("id"))
                .then()
                .statusCode(200);
        UUID late = Api.capture(Api.leadIn("WS"));
        MutableClock.set(Instant.parse(Api.awaitOffer(late, 1).get("expiresAt").toString()));
        Api.awaitStatus(late, "DESK");
        MutableClock.advance(Duration.ofHours(2));
        Map<String, Object> waiting = Api.awaitOffer(Api.capture(Api.leadIn("WS")), 1);
        assertEquals(partner, Api.id(waiting, "partnerId"));

        String days = "from=" + monday + "&to=" + monday.plusDays(1);
        Api.desk()
                .get("/v1/reports/responses/partners?region=" + REGION + "&" + days)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].partnerId", equalTo(partner.toString()))
                .body("items[0].offers", equalTo(5))
                .body("items[0].accepted", equalTo(2))
                .body("items[0].declined", equalTo(1))
                .body("items[0].timedOut", equalTo(1))
                .body("items[0].acceptanceBasisPoints", equalTo(5_000))
                .body("items[0].medianMinutes", equalTo(7))
                .body("items[0].p90Minutes", equalTo(12))
                .body("items[0].declinesByReason", equalTo(Map.of("NO_CAPACITY", 1)))
                .body("items[0].contactsDue", equalTo(2))
                .body("items[0].contactsInTime", equalTo(1));
        String ofRegion = "find { it.region == '" + REGION + "' }.";
        Api.desk()
                .get("/v1/reports/responses/regions?" + days)
                .then()
                .statusCode(200)
                .body(ofRegion + "offers", equalTo(5))
                .body(ofRegion + "medianMinutes", equalTo(7))
                .body(ofRegion + "declinesByReason", equalTo(Map.of("NO_CAPACITY", 1)))
                .body(ofRegion + "contactsDue", equalTo(2))
                .body(ofRegion + "contactsInTime", equalTo(1));
        Api.partner(partner)
                .get("/v1/reports/responses/partners/{id}?" + days, partner)
                .then()
                .statusCode(200)
                .body("own.offers", equalTo(5))
                .body("regionTooSmall", equalTo(true))
                .body("regionMedianMinutes", nullValue())
                .body("regionAcceptanceBasisPoints", nullValue());
        Api.desk()
                .get("/v1/reports/responses/partners/{id}?" + days, partner)
                .then()
                .statusCode(200)
                .body("regionTooSmall", equalTo(false))
                .body("regionMedianMinutes", equalTo(7))
                .body("regionAcceptanceBasisPoints", equalTo(5_000));
        for (int others = 0; others < 4; others++) {
            moveAnOfferTo(network.partnerIn("WS"), partner);
        }
        Api.partner(partner)
                .get("/v1/reports/responses/partners/{id}?" + days, partner)
                .then()
                .statusCode(200)
                .body("regionTooSmall", equalTo(false))
                .body("regionMedianMinutes", equalTo(7))
                .body("regionAcceptanceBasisPoints", equalTo(5_000));
        Api.partner(partner)
                .get("/v1/reports/responses/partners/{id}?from=2020-01-01&to=2020-01-31", partner)
                .then()
                .statusCode(200)
                .body("own.offers", equalTo(0))
                .body("own.medianMinutes", nullValue())
                .body("regionMedianMinutes", nullValue());
    }

    @Test
    void aPartnerSeesNothingOfOthersAndBadPeriodsAreRefused() {
        UUID partner = network.partnerIn("GM");
        UUID other = network.partnerIn("GM");

        Api.partner(partner)
                .get("/v1/reports/responses/partners/{id}", other)
                .then()
                .statusCode(404);
        Api.partner(partner).get("/v1/reports/responses/partners").then().statusCode(403);
        Api.partner(partner).get("/v1/reports/responses/regions").then().statusCode(403);
        Api.desk()
                .get("/v1/reports/responses/partners/{id}", UUID.randomUUID())
                .then()
                .statusCode(404);
        refused("from=2026-11-02&to=2026-11-01", "to");
        refused("from=2020-01-01&to=2026-11-01", "from");
        refused("from=-999999999-01-01&to=2026-11-01", "from");
        refused("to=%2B999999999-12-31", "to");
        for (String nonsense : new String[] {"from=yesterday", "to=2026-02-30"}) {
            int status =
                    Api.desk().get("/v1/reports/responses/regions?" + nonsense).statusCode();
            assertEquals(4, status / 100, nonsense + " answers " + status);
        }
    }

    private static void refused(String period, String field) {
        for (String report : new String[] {"partners", "regions"}) {
            Api.desk()
                    .get("/v1/reports/responses/" + report + "?" + period)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field));
        }
    }

    /** As if one of the partner's offers had been one of another partner of the region. */
    private void moveAnOfferTo(UUID other, UUID partner) {
        database.update("update partner set region = ? where partner_id = ?", REGION, other);
        database.update(
                "update offer set partner_id = ? where id = (select id from offer where partner_id = ? limit 1)",
                other,
                partner);
    }

    private static void accept(Map<String, Object> offer) {
        Api.accept(Api.id(offer, "partnerId"), Api.id(offer, "id")).then().statusCode(200);
    }
}
