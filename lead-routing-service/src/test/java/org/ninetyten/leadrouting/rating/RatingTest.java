package org.ninetyten.leadrouting.rating;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class RatingTest {

    private static final String FIVE = "\"leadScore\": 4, \"workScore\": 5, \"text\": \"Ann was on time.\"";

    @Inject
    Network network;

    @Inject
    RatingLinks links;

    @Test
    void aCustomerRatesOnceByItsLinkWithoutALogin() {
        UUID partner = network.partnerIn("CD");
        String deal = won(partner, "CD");
        String link = link(deal).statusCode(200).extract().path("link");

        rate(link, FIVE).statusCode(201).body("side", equalTo("CUSTOMER"));
        rate(link, FIVE).statusCode(409).body("code", equalTo("rated-already"));

        Api.partner(partner)
                .get("/v1/deals/{id}/ratings", deal)
                .then()
                .body("ratings", hasSize(1))
                .body("ratings[0].text", equalTo("Ann was on time."));
        KafkaProbe.Seen seen = KafkaProbe.awaitEvent(
                "leadrouting.deal",
                "org.ninetyten.leadrouting.deal.rated.v1",
                data -> data.path("dealId").asText().equals(deal));
        assertEquals(5, seen.data().path("workScore").asInt());
        assertFalse(seen.json().contains("Ann"), "what people write stays here");
    }

    @Test
    void aLinkThatIsOverOrForgedIsRefused() {
        UUID partner = network.partnerIn("CG");
        String deal = won(partner, "CG");
        Instant expires = Instant.parse(link(deal).extract().path("expiresAt"));
        assertEquals(
                Duration.ofDays(30),
                Duration.between(MutableClock.now(), expires).plusSeconds(1).truncatedTo(ChronoUnit.DAYS));
        String over = links.sign(UUID.fromString(deal), MutableClock.now());
        String good = link(deal).extract().path("link");
        String longer = links.sign(UUID.fromString(deal), MutableClock.now().plusSeconds(999));

        rate(over, FIVE).statusCode(410).body("code", equalTo("rating-link-expired"));
        rate(longer.substring(0, 32) + good.substring(32), FIVE)
                .statusCode(400)
                .body("code", equalTo("rating-link-invalid"));
        rate("x", FIVE).statusCode(400).body("errors.field", hasItem("link"));
        rate(good.substring(0, 30), FIVE).statusCode(400);
        rate("%%%", FIVE).statusCode(400);
        rate(good, "\"workScore\": 6").statusCode(400).body("errors.field", hasItem("workScore"));
        rate(good, "\"leadScore\": 0, \"workScore\": 1").statusCode(400).body("errors.field", hasItem("leadScore"));
        rate(good, "\"leadScore\": 1").statusCode(400).body("errors.field", hasItem("workScore"));
        rate(good, "\"workScore\": 1, \"text\": \"" + "x".repeat(2001) + "\"").statusCode(400);
        rate(good, "\"workScore\": 1").statusCode(201);
    }

    @Test
    void thePartnerRatesItsOwnDealOnceAndNobodyElses() {
        UUID partner = network.partnerIn("CI");
        String deal = won(partner, "CI");
        UUID stranger = network.partnerIn("CI");

        rateAsPartner(stranger, deal).statusCode(404);
        rateAsPartner(partner, deal).statusCode(201).body("side", equalTo("PARTNER"));
        rateAsPartner(partner, deal).statusCode(409).body("code", equalTo("rated-already"));
        Api.desk()
                .body("{" + FIVE + "}")
                .post("/v1/deals/{id}/rating", deal)
                .then()
                .statusCode(403);
        Api.partner(stranger).get("/v1/deals/{id}/ratings", deal).then().statusCode(404);
        Api.partner(partner).post("/v1/deals/{id}/rating-link", deal).then().statusCode(403);
    }

    @Test
    void aRatingFollowsTheWork() {
        UUID partner = network.partnerIn("CM");
        UUID lead = Api.accepted(Api.leadIn("CM"));
        String deal = open(partner, lead);

        rateAsPartner(partner, deal).statusCode(409).body("code", equalTo("illegal-state"));
        link(deal).statusCode(409);
        Api.partner(partner)
                .body("{\"reason\": \"PRICE\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(200);
        link(deal).statusCode(409);
        rateAsPartner(partner, deal).statusCode(201);
    }

    @Test
    void aPartnerSeesItsMeanDrawnTowardsThatOfEverybody() {
        UUID partner = network.partnerIn("CN");
        Api.partner(partner)
                .get("/v1/ratings/partners/{id}", partner)
                .then()
                .statusCode(200)
                .body("ratings", equalTo(0))
                .body("shrunkHundredths", equalTo(400));
        rate(link(won(partner, "CN")).extract().path("link"), "\"workScore\": 5")
                .statusCode(201);
        rateAsPartner(partner, won(partner, "CN")).statusCode(201);

        Api.as(Tokens.vendor("executive"))
                .get("/v1/ratings/partners/{id}", partner)
                .then()
                .body("ratings", equalTo(1))
                .body("meanHundredths", equalTo(500))
                .body("shrunkHundredths", equalTo(417));
        Api.partner(network.partnerIn("CN"))
                .get("/v1/ratings/partners/{id}", partner)
                .then()
                .statusCode(404);
        Api.desk().get("/v1/ratings/partners/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    private static ValidatableResponse link(String deal) {
        return Api.website().post("/v1/deals/{id}/rating-link", deal).then();
    }

    private static ValidatableResponse rate(String link, String said) {
        return given().contentType(ContentType.JSON)
                .body("{\"link\": \"" + link + "\", " + said + "}")
                .post("/v1/ratings")
                .then();
    }

    private static ValidatableResponse rateAsPartner(UUID partner, String deal) {
        return Api.partner(partner)
                .body("{" + FIVE + "}")
                .post("/v1/deals/{id}/rating", deal)
                .then();
    }

    private static String open(UUID partner, UUID lead) {
        return Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String won(UUID partner, String country) {
        String deal = open(partner, Api.accepted(Api.leadIn(country)));
        Api.partner(partner)
                .header("If-Match", "*")
                .body("""
                      {"lines": [{"incomePoint": "TRAINING", "quantity": 1, "unitPriceMinor": 1000,
                       "taxBasisPoints": 0, "performer": "PARTNER", "billedBy": "PARTNER"}]}""")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
        Api.partner(partner).body("{}").post("/v1/deals/{id}/win", deal).then().statusCode(200);
        return deal;
    }
}
