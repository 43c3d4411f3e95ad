package org.ninetyten.leadrouting.lead;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class LeadJourneyTest {

    @Inject
    Network network;

    @Test
    void aLeadTravelsFromTheWebsiteToThePartnerThatAcceptsIt() {
        UUID partner = network.partnerIn("NO");
        UUID lead = Api.capture(Api.leadIn("NO"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        UUID offerId = Api.id(offer, "id");

        assertEquals(partner, Api.id(offer, "partnerId"));
        assertEquals(
                MutableClock.now().plusSeconds(15 * 60),
                Instant.parse(offer.get("expiresAt").toString()));
        Api.partner(partner)
                .get("/v1/leads/{id}", lead)
                .then()
                .statusCode(200)
                .body("status", equalTo("OFFERED"))
                .body("needs", hasItem("IMPLEMENTATION"))
                .body("contact", nullValue())
                .body("company", nullValue());

        Api.accept(partner, offerId)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("contact.email", containsString("ann@"));

        Api.partner(partner).get("/v1/leads/{id}", lead).then().body("contact.name", equalTo("Ann Example"));
        Api.accept(partner, offerId)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("offer-already-answered"));
        for (String type : Set.of("lead.created", "lead.offered", "lead.accepted")) {
            KafkaProbe.awaitEvent(
                    "leadrouting.lead",
                    "org.ninetyten.leadrouting." + type + ".v1",
                    data -> data.path("leadId").asText().equals(lead.toString()));
        }
        assertEquals(1, network.openLeads(partner));
    }

    @Test
    void noEventOfALeadNamesThePerson() {
        network.partnerIn("SE");
        UUID lead = Api.accepted(Api.leadIn("SE"));

        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.accepted.v1",
                data -> data.path("leadId").asText().equals(lead.toString()));
        assertTrue(KafkaProbe.readAll("leadrouting.lead").stream()
                .noneMatch(seen -> seen.json().contains("Ann Example")
                        || seen.json().contains("ann@")
                        || seen.json().contains("Example Ltd")));
    }

    @Test
    void theSameExternalIdNamesTheSameLead() {
        String body = Api.leadIn("DK", ", \"externalId\": \"WEB-" + UUID.randomUUID() + "\"");
        UUID first = Api.capture(body);

        Api.website().body(body).post("/v1/leads").then().statusCode(200).body("id", equalTo(first.toString()));
    }

    @Test
    void theSameIdempotencyKeyGivesTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        String body = Api.leadIn("DK");
        String first = Api.website()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/leads/"))
                .extract()
                .path("id");

        Api.website()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        Api.website()
                .header("Idempotency-Key", key)
                .body(Api.leadIn("FI"))
                .post("/v1/leads")
                .then()
                .statusCode(422);
    }

    @Test
    void withoutACandidateTheDeskGetsTheLeadAndLearnsWhy() {
        UUID suspended = UUID.randomUUID();
        network.keep(suspended, "IS", PartnerStatus.SUSPENDED, Tier.GOLD, 10);
        UUID lead = Api.capture(Api.leadIn("IS"));
        Api.awaitStatus(lead, "DESK");

        Api.desk()
                .get("/v1/leads/{id}/decisions", lead)
                .then()
                .statusCode(200)
                .body("[0].step", equalTo("NOBODY"))
                .body("[0].policyVersion", equalTo(1))
                .body("[0].failed.NOT_ACTIVE", notNullValue());
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.escalated.v1",
                data -> data.path("leadId").asText().equals(lead.toString())
                        && data.path("reason").asText().equals("NO_CANDIDATE"));
    }

    @Test
    void aDeclinedLeadGoesToOthersAndAfterThreeOffersToTheDesk() {
        for (int i = 0; i < 4; i++) {
            network.establishedIn("FI", Tier.BUSINESS);
        }
        UUID lead = Api.capture(Api.leadIn("FI"));
        Set<UUID> asked = new HashSet<>();
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            Map<String, Object> offer = Api.awaitOffer(lead, ordinal);
            UUID partner = Api.id(offer, "partnerId");
            assertTrue(asked.add(partner));
            Api.partner(partner)
                    .body("{\"reason\": \"NO_CAPACITY\", \"note\": \"Too much to do.\"}")
                    .post("/v1/offers/{id}/decline", offer.get("id"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DECLINED"));
            assertEquals(0, network.openLeads(partner));
        }
        assertEquals("DESK", Api.lead(lead).getString("status"));
        UUID refuser = asked.iterator().next();
        Api.partner(refuser)
                .get("/v1/leads/{id}", lead)
                .then()
                .statusCode(200)
                .body("status", nullValue())
                .body("contact", nullValue());
        assertEquals(
                3, network.count("select count(*) from routing_decision where lead_id = ? and step = 'TURN'", lead));
    }

    @Test
    void theDeskAssignsWithAReasonAndThePartnerStillHasToAccept() {
        UUID lead = Api.capture(Api.leadIn("IE"));
        Api.awaitStatus(lead, "DESK");
        UUID partner = network.partnerIn("IE");
        String assignment = "{\"partnerId\": \"" + partner + "\", \"why\": \"New in the country.\"}";

        Api.as(Tokens.vendor("marketing"))
                .body(assignment)
                .post("/v1/leads/{id}/assign", lead)
                .then()
                .statusCode(403);
        Api.desk()
                .body(assignment)
                .post("/v1/leads/{id}/assign", lead)
                .then()
                .statusCode(200)
                .body("status", equalTo("OFFERED"))
                .body("partnerId", equalTo(partner.toString()));
        Api.desk()
                .body(assignment)
                .post("/v1/leads/{id}/assign", lead)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", hasItems("ACCEPTED", "ROUTING", "DESK"));

        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        Api.accept(partner, Api.id(offer, "id")).then().statusCode(200);
        assertEquals(1, network.count("select count(*) from audit_record where object_id = ?", lead));
    }

    @Test
    void theDeskCannotAssignPastTheRightToSell() {
        UUID elsewhere = network.partnerIn("PT");
        UUID lead = Api.capture(Api.leadIn("LU"));
        Api.awaitStatus(lead, "DESK");

        Api.desk()
                .body("{\"partnerId\": \"" + elsewhere + "\", \"why\": \"They are nice.\"}")
                .post("/v1/leads/{id}/assign", lead)
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-not-eligible"));
        Api.desk()
                .body("{\"partnerId\": \"" + UUID.randomUUID() + "\", \"why\": \"They are nice.\"}")
                .post("/v1/leads/{id}/assign", lead)
                .then()
                .statusCode(400);
    }

    @Test
    void aLaterLeadOfACustomerGoesToThePartnerThatAcceptedItsFirst() {
        for (int i = 0; i < 5; i++) {
            network.partnerIn("NL");
        }
        String customer = ", \"customerExternalId\": \"CRM-" + UUID.randomUUID() + "\"";
        UUID first = Api.accepted(Api.leadIn("NL", customer));
        String partner = Api.lead(first).getString("partnerId");

        for (int i = 0; i < 3; i++) {
            UUID later = Api.capture(Api.leadIn("NL", customer));
            assertEquals(partner, Api.awaitOffer(later, 1).get("partnerId"));
            Api.desk().get("/v1/leads/{id}/decisions", later).then().body("[0].step", equalTo("PARTNER_OF_RECORD"));
        }
    }

    @Test
    void theCustomersChoiceGetsTheLead() {
        network.partnerIn("BE");
        UUID chosen = network.partnerIn("BE");
        network.partnerIn("BE");
        UUID lead = Api.capture(Api.leadIn("BE", ", \"partnerId\": \"" + chosen + "\""));

        assertEquals(chosen, Api.id(Api.awaitOffer(lead, 1), "partnerId"));
    }

    @Test
    void anotherPartnerSeesNothing() {
        network.partnerIn("AT");
        UUID lead = Api.capture(Api.leadIn("AT"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        UUID stranger = network.partnerIn("CH");

        Api.partner(stranger).get("/v1/leads/{id}", lead).then().statusCode(404);
        Api.partner(stranger).get("/v1/leads/{id}/decisions", lead).then().statusCode(404);
        Api.accept(stranger, Api.id(offer, "id")).then().statusCode(404);
        Api.partner(stranger)
                .body("{\"reason\": \"OTHER\"}")
                .post("/v1/offers/{id}/decline", offer.get("id"))
                .then()
                .statusCode(404);
        Api.partner(stranger).get("/v1/leads").then().body("items", hasSize(0));
        Api.partner(stranger)
                .queryParam("partnerId", offer.get("partnerId"))
                .get("/v1/offers")
                .then()
                .body("items", hasSize(0));
        Api.partner(stranger)
                .queryParam("leadId", lead)
                .get("/v1/offers")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aPartnerSeesItsOwnRowOfADecisionAndNothingOfOthers() {
        UUID one = network.partnerIn("ES");
        UUID two = network.partnerIn("ES", Tier.PLATINUM, 10);
        UUID lead = Api.capture(Api.leadIn("ES"));
        Api.awaitOffer(lead, 1);

        Api.desk().get("/v1/leads/{id}/decisions", lead).then().body("[0].candidates", hasSize(2));
        for (UUID partner : Set.of(one, two)) {
            Api.partner(partner)
                    .get("/v1/leads/{id}/decisions", lead)
                    .then()
                    .statusCode(200)
                    .body("[0].candidates", hasSize(1))
                    .body("[0].candidates[0].partnerId", equalTo(partner.toString()))
                    .body("[0].partnerId", nullValue())
                    .body("[0].failed", nullValue());
        }
    }

    @Test
    void theDeskAnswersInThePartnersNameAndThatIsRecorded() {
        network.partnerIn("IT");
        UUID lead = Api.capture(Api.leadIn("IT"));
        UUID offer = Api.id(Api.awaitOffer(lead, 1), "id");

        Api.desk().post("/v1/offers/{id}/accept", offer).then().statusCode(200);

        assertEquals(
                1,
                network.count(
                        "select count(*) from audit_record where object_id = ? and who = 'sales-desk'"
                                + " and before = 'PENDING' and after = 'ACCEPTED'",
                        offer));
    }

    @Test
    void everybodyElseIsRefused() {
        Api.as(Tokens.vendor("finance"))
                .body(Api.leadIn("NO"))
                .post("/v1/leads")
                .then()
                .statusCode(403);
        Api.partner(UUID.randomUUID())
                .body(Api.leadIn("NO"))
                .post("/v1/leads")
                .then()
                .statusCode(403);
        Api.website().get("/v1/leads").then().statusCode(403);
        Api.as(Tokens.nobody()).get("/v1/offers").then().statusCode(403);
        io.restassured.RestAssured.given().get("/v1/leads").then().statusCode(401);
        Api.as("no-token").get("/v1/leads").then().statusCode(401);
    }

    @Test
    void marketingReadsLeadsWithoutThePerson() {
        UUID lead = Api.capture(Api.leadIn("GR"));

        Api.as(Tokens.vendor("marketing"))
                .get("/v1/leads/{id}", lead)
                .then()
                .statusCode(200)
                .body("product", equalTo("Portal"))
                .body("contact", nullValue());
    }

    @Test
    void pagesDoNotRepeatOrSkip() {
        String tag = "PAGE-" + UUID.randomUUID();
        UUID partner = network.partnerIn("HU");
        for (int i = 0; i < 5; i++) {
            UUID lead = Api.capture(Api.leadIn("HU", ", \"externalId\": \"" + tag + i + "\""));
            Api.awaitOffer(lead, 1);
        }
        Set<String> seen = new HashSet<>();
        String cursor = null;
        do {
            var request = Api.desk().queryParam("partnerId", partner).queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/v1/leads").then().statusCode(200).extract();
            page.jsonPath().getList("items.id", String.class).forEach(id -> assertTrue(seen.add(id)));
            cursor = page.path("next");
            assertEquals(cursor == null, page.header("Link") == null);
        } while (cursor != null);
        assertEquals(5, seen.size());
        assertNotEquals(0, seen.size());
    }

    @Test
    void badInputIsAProblemThatNamesTheField() {
        refused(Api.leadIn("XX"), "country");
        refused(Api.leadIn("NO", ", \"latitude\": 91, \"longitude\": 0"), "latitude");
        refused(Api.leadIn("NO", ", \"latitude\": 59"), "longitude");
        refused(Api.leadIn("NO", ", \"colour\": \"blue\""), "colour");
        refused(Api.leadIn("NO", ", \"subdivision\": \"Oslo\""), "subdivision");
        refused(Api.leadIn("NO", ", \"sizeBand\": \"" + "x".repeat(41) + "\""), "sizeBand");
        refused(Api.leadIn("NO", ", \"city\": \"Os\\u0000lo\""), "city");
        refused(Api.leadIn("NO", ", \"customerId\": \"" + UUID.randomUUID() + "\""), "customerId");
        refused(Api.leadIn("NO").replace("\"en\"", "\"english\""), "language");
        refused(Api.leadIn("NO").replace("IMPLEMENTATION", "MAGIC"), "needs[0]");
        refused(Api.leadIn("NO").replaceFirst("ann@[^\"]+", "ann"), "contact.email");
        refused(Api.leadIn("NO").replace("\"consent\": true", "\"consent\": false"), "consent");
        refused("{\"source\": \"TRIAL\", \"consent\": true}", "product");
        Api.website().body("{").post("/v1/leads").then().statusCode(400);
        Api.desk().queryParam("limit", 201).get("/v1/leads").then().statusCode(400);
        Api.desk().queryParam("cursor", "rubbish").get("/v1/leads").then().statusCode(400);
        Api.desk().get("/v1/leads/{id}", UUID.randomUUID()).then().statusCode(404);
        Api.desk()
                .body("{}")
                .post("/v1/offers/{id}/decline", UUID.randomUUID())
                .then()
                .statusCode(400);
        Api.desk()
                .post("/v1/offers/{id}/accept", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", not(containsString("Exception")));
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
