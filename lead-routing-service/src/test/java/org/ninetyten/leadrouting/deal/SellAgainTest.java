package org.ninetyten.leadrouting.deal;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;

@QuarkusTest
class SellAgainTest {

    private static final String LICENCE = """
            {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
             "performer": "VENDOR", "billedBy": "VENDOR"}""";

    @Inject
    Network network;

    @Test
    void aFollowOnDealBelongsToThePartnerOfRecordAndIsItsManagedSale() {
        UUID partner = network.partnerIn("AI");
        String won = won(partner, Api.accepted(Api.leadIn("AI")), today());
        String customer = Api.partner(partner).get("/v1/deals/{id}", won).path("customerId");
        UUID stranger = network.partnerIn("AI");

        followOn(stranger, customer, "EUR").statusCode(404);
        followOn(partner, customer, "XYZ").statusCode(400).body("errors.field", hasItem("currency"));
        String deal = followOn(partner, customer, "EUR")
                .statusCode(201)
                .body("partnerId", equalTo(partner.toString()))
                .body("sourcing", equalTo("MANAGED"))
                .body("customerCountry", equalTo("AI"))
                .body("leadId", nullValue())
                .extract()
                .path("id");
        estimate(partner, deal);
        win(partner, deal, today()).statusCode(200).body("sale", equalTo("FOLLOW_ON"));
    }

    @Test
    void aCustomerThatHasBoughtNothingHasNoFollowOn() {
        UUID partner = network.partnerIn("AG");
        String customer = Api.lead(Api.accepted(Api.leadIn("AG"))).getString("customerId");

        followOn(partner, customer, "EUR").statusCode(409).body("code", equalTo("nothing-bought-yet"));
    }

    @Test
    void aWonDealIsRenewedByOneDealAtATime() {
        UUID partner = network.partnerIn("AS");
        String won = won(partner, Api.accepted(Api.leadIn("AS")), today());
        UUID stranger = network.partnerIn("AS");

        renew(stranger, won).statusCode(404);
        String renewal = renew(partner, won)
                .statusCode(201)
                .body("renewsDealId", equalTo(won))
                .extract()
                .path("id");
        renew(partner, won).statusCode(409).body("code", equalTo("renewed-already"));
        renew(partner, renewal).statusCode(409).body("code", equalTo("illegal-state"));
        estimate(partner, renewal);
        win(partner, renewal, today()).statusCode(200).body("sale", equalTo("RENEWAL"));
        renew(partner, won).statusCode(201);
    }

    @Test
    void customersWithOneOldDealAreListedAndExportedAndNobodyElses() {
        UUID partner = network.partnerIn("AD");
        String old = won(partner, Api.accepted(Api.leadIn("AD")), today().minusMonths(12));
        String older = won(partner, Api.accepted(Api.leadIn("AD")), today().minusMonths(13));
        won(partner, Api.accepted(Api.leadIn("AD")), today().minusMonths(12).plusDays(2));
        String twice = won(partner, Api.accepted(Api.leadIn("AD")), today().minusMonths(20));
        String again = followOn(
                        partner,
                        Api.partner(partner).get("/v1/deals/{id}", twice).path("customerId"),
                        "EUR")
                .extract()
                .path("id");
        estimate(partner, again);
        win(partner, again, today()).statusCode(200);

        Api.partner(partner)
                .get("/v1/reports/one-deal-one-payment")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].dealId", equalTo(older))
                .body("items[0].licenceMinor", equalTo(120_000))
                .body("items[0].servicesMinor", equalTo(0))
                .body("items[1].dealId", equalTo(old));
        String next = Api.desk()
                .queryParam("partnerId", partner)
                .queryParam("limit", 1)
                .get("/v1/reports/one-deal-one-payment")
                .then()
                .body("items[0].dealId", equalTo(older))
                .extract()
                .path("next");
        Api.desk()
                .queryParam("partnerId", partner)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/reports/one-deal-one-payment")
                .then()
                .body("items.dealId", hasItem(old))
                .body("next", nullValue());
        List<String> lines = Api.partner(partner)
                .accept("text/csv")
                .get("/v1/reports/one-deal-one-payment/export")
                .then()
                .statusCode(200)
                .body(startsWith("customerId,partnerId,dealId,product,"))
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(3, lines.size());
        UUID stranger = network.partnerIn("AD");
        Api.partner(stranger).get("/v1/reports/one-deal-one-payment").then().body("items", hasSize(0));
        Api.partner(stranger)
                .queryParam("partnerId", partner)
                .get("/v1/reports/one-deal-one-payment")
                .then()
                .statusCode(404);
        Api.website().get("/v1/reports/one-deal-one-payment").then().statusCode(403);
        Api.desk()
                .queryParam("cursor", "nonsense")
                .get("/v1/reports/one-deal-one-payment")
                .then()
                .statusCode(400);
    }

    @Test
    void linesAreCheckedWhileTheyAreWritten() {
        UUID partner = network.partnerIn("AE");

        Api.partner(partner)
                .body("{\"lines\": [" + LICENCE + "]}")
                .post("/v1/estimates/check")
                .then()
                .statusCode(200)
                .body("lines[0].netMinor", equalTo(120_000))
                .body("ninetyTen.passes", equalTo(false))
                .body("ninetyTen.mode", equalTo("WARN"))
                .body("ninetyTen.suggestions[0]", equalTo("IMPLEMENTATION"))
                .body("ninetyTen.suggestions[1]", equalTo("TRAINING"));
        Api.partner(partner)
                .body("{\"lines\": [" + LICENCE.replace("12000", "-1") + "]}")
                .post("/v1/estimates/check")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].unitPriceMinor"));
        Api.partner(partner)
                .body("{\"lines\": [" + LICENCE.replace("12000", "9223372036854775807") + "]}")
                .post("/v1/estimates/check")
                .then()
                .statusCode(400)
                .body("code", equalTo("amount-too-large"));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC);
    }

    private static String won(UUID partner, UUID lead, LocalDate day) {
        String deal = Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        estimate(partner, deal);
        win(partner, deal, day).statusCode(200);
        return deal;
    }

    private static void estimate(UUID partner, String deal) {
        Api.partner(partner)
                .header("If-Match", "*")
                .body("{\"lines\": [" + LICENCE + "]}")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse win(UUID partner, String deal, LocalDate day) {
        return Api.partner(partner)
                .body("{\"closedOn\": \"" + day + "\"}")
                .post("/v1/deals/{id}/win", deal)
                .then();
    }

    private static ValidatableResponse followOn(UUID partner, String customer, String currency) {
        return Api.partner(partner)
                .body("{\"customerId\": \"" + customer + "\", \"product\": \"Portal Plus\", \"currency\": \"" + currency
                        + "\"}")
                .post("/v1/deals/follow-on")
                .then();
    }

    private static ValidatableResponse renew(UUID partner, String deal) {
        return Api.partner(partner).post("/v1/deals/{id}/renewals", deal).then();
    }
}
