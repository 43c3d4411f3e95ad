package org.ninetyten.leadrouting.lead;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;

@QuarkusTest
class LeadCareTest {

    @Inject
    Network network;

    @Inject
    WakeLeads wakeLeads;

    @Test
    void spamIsKeptWithItsRuleAndAMistakeIsUndone() {
        UUID spam = Api.capture(Api.leadIn("GL", ", \"fax\": \"123\""));
        Api.desk()
                .get("/v1/leads/{id}", spam)
                .then()
                .body("status", equalTo("SPAM"))
                .body("spamRule", equalTo("TRAP_FILLED"));
        UUID link = Api.capture(Api.leadIn("GL").replace("Ann Example", "Win at www.example.com"));
        assertEquals("LINK_IN_NAME", Api.lead(link).getString("spamRule"));
        UUID thrownAway =
                Api.capture(Api.leadIn("GL").replaceFirst("ann@[^\"]+", UUID.randomUUID() + "@mailinator.com"));
        assertEquals("DISPOSABLE_MAIL", Api.lead(thrownAway).getString("spamRule"));

        Api.desk()
                .body("{\"why\": \"A password manager filled it in.\"}")
                .post("/v1/leads/{id}/not-spam", spam)
                .then()
                .statusCode(200)
                .body("status", equalTo("ROUTING"));
        Api.awaitStatus(spam, "DESK");
        Api.desk()
                .get("/v1/leads/{id}/history", spam)
                .then()
                .body("to", equalTo(java.util.List.of("RECEIVED", "SPAM", "QUALIFIED", "ROUTING", "DESK")));
    }

    @Test
    void aBlockedSenderIsNotHeardAgainUntilTheDeskChangesItsMind() {
        String body = Api.leadIn("FO");
        UUID lead = Api.capture(body);
        Api.awaitStatus(lead, "DESK");
        Api.desk()
                .body("{\"why\": \"Sells links.\", \"blockSender\": true}")
                .post("/v1/leads/{id}/spam", lead)
                .then()
                .statusCode(200)
                .body("status", equalTo("SPAM"));
        UUID again = Api.capture(body);
        assertEquals("BLOCKED_SENDER", Api.lead(again).getString("spamRule"));

        Api.desk()
                .body("{\"why\": \"A customer.\"}")
                .post("/v1/leads/{id}/not-spam", again)
                .then()
                .statusCode(200);
        assertNotEquals("SPAM", Api.lead(Api.capture(body)).getString("status"));
    }

    @Test
    void aLeadThatIsNotWorkedOnCannotBeLostAndSaysWhatItMay() {
        UUID partner = network.partnerIn("SM");
        UUID lead = Api.accepted(Api.leadIn("SM"));

        Api.partner(partner)
                .body("{\"reason\": \"NO_BUDGET\"}")
                .post("/v1/leads/{id}/lose", lead)
                .then()
                .statusCode(409)
                .body("allowed", hasItems("CONTACTED", "RECALLED"));
        Api.partner(partner).body("{}").post("/v1/leads/{id}/lose", lead).then().statusCode(400);
        Api.partner(network.partnerIn("SM"))
                .body("{\"reason\": \"NO_BUDGET\"}")
                .post("/v1/leads/{id}/lose", lead)
                .then()
                .statusCode(404);
    }

    @Test
    void aLeadAtTheDeskRestsAndIsRoutedAnew() {
        UUID lead = Api.capture(Api.leadIn("AX"));
        Api.awaitStatus(lead, "DESK");
        Api.desk()
                .body("{\"until\": \"2020-01-01\", \"why\": \"Later.\"}")
                .post("/v1/leads/{id}/nurture", lead)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("until"));
        Api.desk()
                .body("{\"until\": \"2090-01-01\", \"why\": \"Later.\"}")
                .post("/v1/leads/{id}/nurture", lead)
                .then()
                .statusCode(200)
                .body("status", equalTo("NURTURE"));
        wakeLeads.wakeDue();
        assertEquals("NURTURE", Api.lead(lead).getString("status"));

        UUID partner = network.partnerIn("AX");
        Api.desk()
                .body("{\"why\": \"They called.\"}")
                .post("/v1/leads/{id}/wake", lead)
                .then()
                .statusCode(200);

        assertEquals(partner, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
    }

    @Test
    void aSourceWithTooManyBadLeadsIsPausedAndTheDeskResumesIt() {
        UUID partner = network.partnerIn("VA");
        String campaign = "campaign-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            UUID lead = Api.accepted(in("VA", campaign));
            Api.partner(partner)
                    .body("{\"code\": \"" + (i < 13 ? "GOOD" : "WRONG_CONTACT") + "\"}")
                    .post("/v1/leads/{id}/feedback", lead)
                    .then()
                    .statusCode(200)
                    .body("side", equalTo("PARTNER"));
        }
        UUID held = Api.capture(in("VA", campaign));
        Api.desk()
                .get("/v1/leads/{id}", held)
                .then()
                .body("status", equalTo("REVIEW"))
                .body("reviewReasons", hasItem("SOURCE_PAUSED"));
        Api.desk()
                .queryParam("paused", true)
                .get("/v1/lead-sources")
                .then()
                .statusCode(200)
                .body("find { it.campaign == '" + campaign + "' }.badPercent", equalTo(35))
                .body("find { it.campaign == '" + campaign + "' }.pausedSince", notNullValue());

        String resume = "{\"source\": \"DEMO_REQUEST\", \"campaign\": \"" + campaign + "\", \"why\": \"Mended.\"}";
        Api.desk().body(resume).post("/v1/lead-sources/resume").then().statusCode(204);
        Api.desk().body(resume).post("/v1/lead-sources/resume").then().statusCode(409);
        assertNotEquals("REVIEW", Api.lead(Api.capture(in("VA", campaign))).getString("status"));
    }

    @Test
    void whatCannotBeIsRefusedWithItsField() {
        refused(Api.leadIn("NO").replace("\"email\"", "\"phone\": \"+47 1\", \"email\""), "contact.phone");
        refused(Api.leadIn("NO").replace("\"email\"", "\"phone\": \"+999 12345678\", \"email\""), "contact.phone");
        refused(Api.leadIn("NO", ", \"longitude\": 181, \"latitude\": 0"), "longitude");
        refused(Api.leadIn("NO").replace("Ann Example", "x".repeat(1_000_000)), "contact.name");
        refused(Api.leadIn("NO", ", \"companyWebsite\": \"not a site\""), "companyWebsite");
        refused(Api.leadIn("NO", ", \"message\": \"a\\u0000b\""), "message");
        refused(
                "{\"source\": \"TRIAL\", \"product\": \"P\", \"consent\": false, \"consentVersion\": \"1\"}",
                "consent");
        Api.desk()
                .body("{}")
                .post("/v1/leads/{id}/spam", UUID.randomUUID())
                .then()
                .statusCode(400);
        Api.desk()
                .body("{\"why\": \"x\"}")
                .post("/v1/leads/{id}/spam", UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.desk().get("/v1/leads/{id}/history", UUID.randomUUID()).then().statusCode(404);
    }

    private static String in(String country, String campaign) {
        return Api.leadIn(country, ", \"campaign\": \"" + campaign + "\"");
    }

    private static void refused(String body, String field) {
        Api.website()
                .body(body)
                .post("/v1/leads")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }
}
