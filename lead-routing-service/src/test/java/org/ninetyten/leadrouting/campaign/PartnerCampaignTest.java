package org.ninetyten.leadrouting.campaign;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class PartnerCampaignTest {

    @Inject
    Network network;

    @Test
    void aLeadOfACampaignGoesToThePartnerThatRunsItHoweverItIsSpelled() {
        UUID owner = network.partnerIn("MW");
        for (int i = 0; i < 3; i++) {
            network.partnerIn("MW", Tier.PLATINUM, 1_000);
        }
        String id = start("Spring-Fair MW", owner)
                .statusCode(201)
                .body("partnerId", equalTo(owner.toString()))
                .body("startedAt", notNullValue())
                .extract()
                .path("id");

        UUID lead = Api.capture(Api.leadIn("MW", ", \"campaign\": \"spring-FAIR mw\""));

        assertEquals(owner, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
        Api.desk().get("/v1/leads/{id}/decisions", lead).then().body("[0].step", equalTo("CAMPAIGN_PARTNER"));

        marketing()
                .body("{\"why\": \"The fair is over.\"}")
                .post("/v1/partner-campaigns/{id}/end", id)
                .then()
                .statusCode(200)
                .body("endedAt", notNullValue());
        UUID later = Api.capture(Api.leadIn("MW", ", \"campaign\": \"spring-fair mw\""));
        Api.awaitOffer(later, 1);
        Api.desk().get("/v1/leads/{id}/decisions", later).then().body("[0].step", not(equalTo("CAMPAIGN_PARTNER")));
        marketing()
                .body("{\"why\": \"Again.\"}")
                .post("/v1/partner-campaigns/{id}/end", id)
                .then()
                .statusCode(409);
    }

    @Test
    void aCampaignNeverTakesALeadOutsideThePartnersRightToSell() {
        UUID owner = network.partnerIn("LS");
        UUID other = network.partnerIn("SZ");
        start("abroad", owner).statusCode(201);

        UUID lead = Api.capture(Api.leadIn("SZ", ", \"campaign\": \"abroad\""));

        UUID offered = Api.id(Api.awaitOffer(lead, 1), "partnerId");
        assertNotEquals(owner, offered);
        assertEquals(other, offered);
    }

    @Test
    void aCampaignIsOnePartnersAtATime() {
        UUID first = network.partnerIn("MZ");
        String id = start("Autumn", first).statusCode(201).extract().path("id");

        start("AUTUMN", network.partnerIn("MZ"))
                .statusCode(409)
                .body("code", equalTo("campaign-taken"))
                .body("errors[0].field", equalTo("campaign"));
        marketing().get("/v1/partner-campaigns").then().statusCode(200).body("items.id", hasItem(id));
        marketing().get("/v1/partner-campaigns/{id}", id).then().statusCode(200).body("campaign", equalTo("Autumn"));
        marketing().get("/v1/partner-campaigns/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void badRequestsSayWhatIsWrong() {
        start("nobody's", UUID.randomUUID()).statusCode(400).body("errors[0].field", equalTo("partnerId"));
        start("x".repeat(101), UUID.randomUUID()).statusCode(400).body("errors[0].field", equalTo("campaign"));
        start(" ", UUID.randomUUID()).statusCode(400).body("errors[0].field", equalTo("campaign"));
        marketing()
                .body("{\"campaign\": \"a\", \"partnerId\": \"" + UUID.randomUUID() + "\", \"budget\": 1}")
                .post("/v1/partner-campaigns")
                .then()
                .statusCode(400);
        Api.website()
                .body("{\"campaign\": \"a\", \"partnerId\": \"" + UUID.randomUUID() + "\"}")
                .post("/v1/partner-campaigns")
                .then()
                .statusCode(403);
    }

    private static RequestSpecification marketing() {
        return Api.as(Tokens.vendor("marketing"));
    }

    private static ValidatableResponse start(String campaign, UUID partner) {
        return marketing()
                .body("{\"campaign\": \"" + campaign + "\", \"partnerId\": \"" + partner + "\"}")
                .post("/v1/partner-campaigns")
                .then();
    }
}
