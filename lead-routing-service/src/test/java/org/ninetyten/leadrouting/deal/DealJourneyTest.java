package org.ninetyten.leadrouting.deal;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DealJourneyTest {

    private static final String LICENCE = """
            {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
             "performer": "VENDOR", "billedBy": "VENDOR"}""";
    private static final String WORK = """
            {"incomePoint": "IMPLEMENTATION", "description": "Setting it up", "quantity": 9, "unitPriceMinor": 120000,
             "taxBasisPoints": 1900, "performer": "PARTNER", "billedBy": "PARTNER"}""";

    @Inject
    Network network;

    @Inject
    Database database;

    @Test
    void aDealIsNotClosedOnADayThatHasNotCome() {
        UUID partner = network.partnerIn("PE");
        UUID lead = Api.accepted(Api.leadIn("PE"));
        String deal = open(partner, lead);
        String future = LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC)
                .plusDays(2)
                .toString();

        Api.partner(partner)
                .body("{\"closedOn\": \"" + future + "\"}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("closedOn"));
        Api.partner(partner)
                .body("{\"reason\": \"PRICE\", \"closedOn\": \"" + future + "\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("closedOn"));
    }

    @Test
    void anEstimateThatFailsAndThenPassesIsWonAndPublishedWithAllItsLines() {
        UUID partner = network.partnerIn("MX");
        UUID lead = Api.accepted(Api.leadIn("MX"));
        String deal = open(partner, lead);
        assertEquals("WORKING", Api.lead(lead).getString("status"));

        Api.partner(partner)
                .body("{\"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(409)
                .body("code", equalTo("deal-without-lines"));
        estimate(partner, deal, "\"0\"", LICENCE)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("ninetyTen.passes", equalTo(false))
                .body("ninetyTen.missingServicesMinor", equalTo(1_080_000))
                .body("ninetyTen.suggestions", hasItems("IMPLEMENTATION", "TRAINING"));
        String tag = Api.partner(partner).get("/v1/deals/{id}", deal).header("ETag");
        estimate(partner, deal, "\"0\"", LICENCE).statusCode(412);
        estimate(partner, deal, null, LICENCE).statusCode(428);
        estimate(partner, deal, tag, LICENCE + "," + WORK)
                .statusCode(200)
                .body("ninetyTen.passes", equalTo(true))
                .body("ninetyTen.shareBasisPoints", equalTo(1_000))
                .body("lines", hasSize(2))
                .body("lines[1].netMinor", equalTo(1_080_000))
                .body("lines[1].taxMinor", equalTo(205_200));

        Api.partner(partner)
                .body("{\"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(200)
                .body("status", equalTo("WON"))
                .body("closedOn", equalTo("2026-11-20"));

        assertEquals("WON", Api.lead(lead).getString("status"));
        assertEquals(0, network.openLeads(partner));
        JsonNode closed = closed(deal);
        assertEquals("WON", closed.path("outcome").asText());
        assertEquals("MX", closed.path("customerCountry").asText());
        assertEquals(120_000, closed.path("licenceMinor").asLong());
        assertEquals(1_080_000, closed.path("servicesMinor").asLong());
        assertEquals(1_200_000, closed.path("totalMinor").asLong());
        assertEquals(2, closed.path("lines").size());
        Api.partner(partner)
                .body("{\"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
        estimate(partner, deal, "*", LICENCE).statusCode(409);
    }

    @Test
    void whereTheProgrammeBlocksItADealWithTooMuchLicenceIsNotWonUntilTheWorkIsInIt() {
        UUID partner = network.partnerIn("BY");
        UUID lead = Api.accepted(Api.leadIn("BY"));
        String deal = open(partner, lead);
        estimate(partner, deal, "\"0\"", LICENCE).statusCode(200).body("ninetyTen.passes", equalTo(false));
        String mode = database.first(
                        "select ninety_ten_mode from deal_policy where version = 1", row -> row.getString(1))
                .orElseThrow();
        database.update("update deal_policy set ninety_ten_mode = 'BLOCK' where version = 1");
        try {
            Api.partner(partner)
                    .body("{\"closedOn\": \"2026-11-20\"}")
                    .post("/v1/deals/{id}/win", deal)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("licence-exceeds-tenth"));
            Api.partner(partner).get("/v1/deals/{id}", deal).then().body("status", equalTo("PROPOSED"));
            assertEquals("WORKING", Api.lead(lead).getString("status"));
            estimate(partner, deal, "*", LICENCE + "," + WORK).statusCode(200);
            Api.partner(partner)
                    .body("{\"closedOn\": \"2026-11-20\"}")
                    .post("/v1/deals/{id}/win", deal)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("WON"));
        } finally {
            database.update("update deal_policy set ninety_ten_mode = ? where version = 1", mode);
        }
    }

    @Test
    void aLostDealIsPublishedWithItsReason() {
        UUID partner = network.partnerIn("AR");
        UUID lead = Api.accepted(Api.leadIn("AR"));
        String deal = open(partner, lead);

        Api.partner(partner)
                .body("{\"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reason"));
        Api.partner(partner)
                .body("{\"reason\": \"PRICE\", \"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(200)
                .body("status", equalTo("LOST"));

        assertEquals("LOST", Api.lead(lead).getString("status"));
        assertEquals("PRICE", closed(deal).path("lostReason").asText());
    }

    @Test
    void aLeadHasOneDeal() {
        UUID partner = network.partnerIn("CL");
        UUID lead = Api.accepted(Api.leadIn("CL"));
        String body = "{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\", \"externalId\": \"D-" + UUID.randomUUID()
                + "\"}";
        String deal = Api.partner(partner)
                .body(body)
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.partner(partner).body(body).post("/v1/deals").then().statusCode(200).body("id", equalTo(deal));
        Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(409)
                .body("code", equalTo("deal-already-opened"));
    }

    @Test
    void aDealIsOpenedFromAnAcceptedLeadOnly() {
        UUID partner = network.partnerIn("CO");
        UUID lead = Api.capture(Api.leadIn("CO"));
        Api.awaitOffer(lead, 1);

        Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", hasItem("ACCEPTED"));
    }

    @Test
    void anotherPartnersDealIsNotThere() {
        UUID partner = network.partnerIn("RW");
        UUID lead = Api.accepted(Api.leadIn("RW"));
        String deal = open(partner, lead);
        UUID stranger = network.partnerIn("EC");

        Api.partner(stranger).get("/v1/deals/{id}", deal).then().statusCode(404);
        estimate(stranger, deal, "\"0\"", LICENCE).statusCode(404);
        Api.partner(stranger)
                .body("{\"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(404);
        Api.partner(stranger)
                .body("{\"reason\": \"PRICE\", \"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(404);
        Api.partner(stranger)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(404);
        Api.partner(stranger).get("/v1/deals").then().body("items", hasSize(0));
        Api.partner(stranger)
                .queryParam("partnerId", partner)
                .get("/v1/deals")
                .then()
                .body("items", hasSize(0));
        Api.partner(partner).get("/v1/deals").then().body("items", hasSize(1));
        Api.as(Tokens.client("website")).get("/v1/deals/{id}", deal).then().statusCode(403);
    }

    @Test
    void amountsThatCannotBeCountedAreRefused() {
        UUID partner = network.partnerIn("UY");
        String deal = open(partner, Api.accepted(Api.leadIn("UY")));

        estimate(partner, deal, "\"0\"", LICENCE.replace("12000", "9223372036854775807"))
                .statusCode(400)
                .body("code", equalTo("amount-too-large"));
        estimate(partner, deal, "\"0\"", LICENCE.replace("12000", "90000000000000000000"))
                .statusCode(400);
        estimate(partner, deal, "\"0\"", LICENCE.replace("12000", "-1"))
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].unitPriceMinor"));
        estimate(partner, deal, "\"0\"", LICENCE.replace("\"quantity\": 10", "\"quantity\": 0"))
                .statusCode(400);
        Api.partner(partner)
                .body("{\"leadId\": \"" + UUID.randomUUID() + "\", \"currency\": \"XYZ\"}")
                .post("/v1/deals")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("currency"));
    }

    @Test
    void reportsCountAndAddUp() {
        UUID partner = network.partnerIn("BO");
        UUID lead = Api.accepted(Api.leadIn("BO").replace("DEMO_REQUEST", "HELP_REQUEST"));
        String deal = open(partner, lead);
        estimate(partner, deal, "\"0\"", LICENCE).statusCode(200);

        Api.as(Tokens.vendor("executive"))
                .queryParam("source", "HELP_REQUEST")
                .get("/v1/reports/deals")
                .then()
                .statusCode(200)
                .body("sums.find { it.outcome == 'PROPOSED' && it.currency == 'EUR' }.deals", equalTo(1))
                .body("sums.find { it.outcome == 'PROPOSED' && it.currency == 'EUR' }.totalMinor", equalTo(120_000));
        Api.as(Tokens.vendor("executive"))
                .queryParam("source", "HELP_REQUEST")
                .get("/v1/reports/routing")
                .then()
                .statusCode(200)
                .body("leads", equalTo(1))
                .body("partners", hasSize(1))
                .body("partners[0].accepted", equalTo(1));
        Api.as(Tokens.vendor("executive")).get("/v1/reports/routing").then().body("leads", greaterThanOrEqualTo(1));
        Api.partner(partner).get("/v1/reports/routing").then().statusCode(403);
    }

    private static String open(UUID partner, UUID lead) {
        return Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse estimate(UUID partner, String deal, String ifMatch, String lines) {
        var request = Api.partner(partner).body("{\"lines\": [" + lines + "]}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/deals/{id}/estimate", deal).then();
    }

    private static JsonNode closed(String deal) {
        return KafkaProbe.awaitEvent(
                        "leadrouting.deal",
                        "org.ninetyten.leadrouting.deal.closed.v1",
                        data -> data.path("dealId").asText().equals(deal))
                .data();
    }
}
