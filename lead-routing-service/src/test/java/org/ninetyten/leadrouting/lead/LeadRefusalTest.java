package org.ninetyten.leadrouting.lead;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;

/** What the endpoints of leads and offers do not take, each with the problem that says why; nothing is kept of it. */
@QuarkusTest
class LeadRefusalTest {

    @Inject
    Network network;

    /** A member of a good lead, what is put in its place, the field that is named, and a part of the reason. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"country\": \"NO\"; \"country\": \"ZZ\"; country; ISO 3166-1",
                "\"country\": \"NO\"; \"country\": \"no\"; country; ISO 3166-1",
                "\"country\": \"NO\"; \"country\": 47; country; ISO 3166-1",
                "\"language\": \"en\"; \"language\": \"english\"; language; BCP 47",
                "\"language\": \"en\"; \"language\": \"xx\"; language; BCP 47",
                "\"email\"; \"phone\": \"+47 1\", \"email\"; contact.phone; must be a phone number",
                "\"email\"; \"phone\": \"+47 12 34\", \"email\"; contact.phone; too short",
                "\"email\"; \"phone\": \"+47 123 456 789 012 34\", \"email\"; contact.phone; too long",
                "\"email\"; \"phone\": \"+999 12345678\", \"email\"; contact.phone; country code",
                "\"email\"; \"phone\": \"call me\", \"email\"; contact.phone; must be a phone number",
                "\"consent\"; \"latitude\": 90.01, \"longitude\": 0, \"consent\"; latitude; 90",
                "\"consent\"; \"latitude\": 0, \"longitude\": -180.5, \"consent\"; longitude; -180",
                "\"consent\"; \"latitude\": \"north\", \"longitude\": 0, \"consent\"; latitude; ",
                "\"consent\"; \"latitude\": 59, \"consent\"; longitude; needed",
                "\"consent\"; \"colour\": \"blue\", \"consent\"; colour; not a known field",
                "\"Ann Example\"; {\"first\": \"Ann\"}; contact.name; ",
                "\"consent\": true; \"consent\": \"perhaps\"; consent; ",
                "\"consent\": true; \"consent\": null; consent; null",
                "[\"IMPLEMENTATION\"]; [\"MAGIC\"]; needs[0]; ",
                "[\"IMPLEMENTATION\"]; {\"a\": 1}; needs; ",
                "\"DEMO_REQUEST\"; \"RUMOUR\"; source; ",
                "\"consent\"; \"partnerId\": \"nobody\", \"consent\"; partnerId; "
            })
    void aLeadWithSomethingThatCannotBe(String member, String instead, String field, String reason) {
        String body = Api.leadIn("NO", ", \"externalId\": \"refused\"");
        String broken = body.replace(member, instead);
        assertNotEquals(body, broken, "the example changes nothing");
        refused(Api.website().body(broken).post("/v1/leads").then(), field, reason == null ? "" : reason);
        assertEquals(0, network.count("select count(*) from lead where external_id = 'refused'"));
    }

    @Test
    void aNameOfAMillionCharacters() {
        String body = Api.leadIn("NO").replace("Ann Example", "x".repeat(1_000_000));
        refused(Api.website().body(body).post("/v1/leads").then(), "contact.name", "120")
                .body("errors.reason", everyItem(not(containsString("xxx"))));
    }

    @Test
    void aBodyThatIsNoLeadAtAll() {
        for (String body : new String[] {"{", "[]", "\"lead\"", "null", ""}) {
            Api.website()
                    .body(body)
                    .post("/v1/leads")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", in(List.of("malformed-request", "validation-failed")));
        }
    }

    @Test
    void aFractionOrAWordWhereAWholeNumberIsAskedFor() {
        for (String limit : new String[] {"1.5", "ten", "0", "201"}) {
            Api.desk()
                    .queryParam("limit", limit)
                    .get("/v1/leads")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("validation-failed"));
        }
        refused(
                Api.desk()
                        .body("{\"until\": 2026.5, \"why\": \"Later.\"}")
                        .post("/v1/leads/{id}/nurture", UUID.randomUUID())
                        .then(),
                "until",
                "");
    }

    @Test
    void anOfferDeclinedWithoutAReasonOrWithOneThatIsNone() {
        UUID partner = network.partnerIn("MU");
        UUID lead = Api.capture(Api.leadIn("MU"));
        UUID offer = Api.id(Api.awaitOffer(lead, 1), "id");
        refused(decline(partner, offer, "{}"), "reason", "null");
        refused(decline(partner, offer, "{\"note\": \"No.\"}"), "reason", "null");
        refused(decline(partner, offer, "{\"reason\": \"MOOD\"}"), "reason", "");
        refused(decline(partner, offer, "{\"reason\": \"NO_CAPACITY\", \"mood\": 1}"), "mood", "not a known field");
        assertEquals("PENDING", Api.awaitOffer(lead, 1).get("status"));
    }

    @Test
    void anotherPartnersLeadAndASecondAnswer() {
        UUID partner = network.partnerIn("ST");
        UUID stranger = network.partnerIn("ML");
        UUID lead = Api.capture(Api.leadIn("ST"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        UUID id = Api.id(offer, "id");
        Api.accept(stranger, id).then().statusCode(404).body("code", equalTo("not-found"));
        decline(stranger, id, "{\"reason\": \"NO_CAPACITY\"}").statusCode(404).body("code", equalTo("not-found"));
        Api.partner(stranger).get("/v1/leads/{id}", lead).then().statusCode(404).body("code", equalTo("not-found"));

        Api.accept(partner, id).then().statusCode(200);
        Api.accept(partner, id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("offer-already-answered"))
                .body("detail", containsString("ACCEPTED"));
        decline(partner, id, "{\"reason\": \"NO_CAPACITY\"}")
                .statusCode(409)
                .body("code", equalTo("offer-already-answered"));
    }

    private static ValidatableResponse decline(UUID partner, UUID offer, String body) {
        return Api.partner(partner)
                .body(body)
                .post("/v1/offers/{id}/decline", offer)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, String field, String reason) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body("detail", allOf(not(containsString("Exception")), not(containsString("org."))))
                .body("errors.find { it.field == '" + field + "' }.reason", containsString(reason))
                .body("errors.field", hasItem(field));
    }
}
