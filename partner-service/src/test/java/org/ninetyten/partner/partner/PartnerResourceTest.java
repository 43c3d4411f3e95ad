package org.ninetyten.partner.partner;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.partner.Given.aPartner;
import static org.ninetyten.partner.Given.as;
import static org.ninetyten.partner.Given.city;
import static org.ninetyten.partner.Given.manager;
import static org.ninetyten.partner.Given.partner;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class PartnerResourceTest {

    private static final String TOPIC = "partner.partner";
    private static final String PREFIX = "org.ninetyten.partner.partner.";

    @Test
    void aNewPartnerIsPublishedWithItsFirstTier() {
        UUID id = aPartner(partner("Published LLP"));
        KafkaProbe.Seen onboarded = await("onboarded.v1", id);
        Contracts.check(Contracts.ownSchema("partner.onboarded.v1"), onboarded.json());
        assertEquals(1, onboarded.data().path("version").asLong());
        assertEquals(id.toString(), onboarded.key());
        KafkaProbe.Seen tier = await("tierchanged.v1", id);
        Contracts.check(Contracts.ownSchema("partner.tierchanged.v1"), tier.json());
        assertEquals("BUSINESS", tier.data().path("newTier").asText());
        assertEquals(true, tier.data().path("oldTier").isMissingNode());
        assertEquals(2, tier.data().path("version").asLong());
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        UUID id = aPartner(partner("Changing LLP"));
        String tag = manager()
                .get("/v1/partners/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Map<String, Object> change = partner("Changed LLP");
        manager().body(change).put("/v1/partners/{id}", id).then().statusCode(428);
        manager()
                .header("If-Match", "\"99\"")
                .body(change)
                .put("/v1/partners/{id}", id)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        manager()
                .header("If-Match", tag)
                .body(change)
                .put("/v1/partners/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("legalName", equalTo("Changed LLP"));
        manager()
                .header("If-Match", tag)
                .body(change)
                .put("/v1/partners/{id}", id)
                .then()
                .statusCode(412);
        KafkaProbe.Seen changed = await("changed.v1", id);
        Contracts.check(Contracts.ownSchema("partner.changed.v1"), changed.json());
        assertEquals("Changed LLP", changed.data().path("legalName").asText());
    }

    @Test
    void whatDoesNotChangeIsNotPublished() {
        UUID id = aPartner(partner("Same LLP"));
        manager()
                .header("If-Match", "*")
                .body(partner("Same LLP"))
                .put("/v1/partners/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void onlyTheVendorAndThePartnerItselfSeeAPartner() {
        UUID own = aPartner();
        UUID foreign = aPartner();
        for (String token : List.of(Tokens.partner(own), Tokens.partnerMember(own))) {
            as(token).get("/v1/partners/{id}", own).then().statusCode(200);
            as(token).get("/v1/partners/{id}", foreign).then().statusCode(404).body("code", equalTo("not-found"));
            as(token).get("/v1/partners/{id}/tier", own).then().statusCode(200);
            as(token).get("/v1/partners/{id}/tier", foreign).then().statusCode(404);
            as(token).get("/v1/partners").then().statusCode(403);
            as(token)
                    .body(partner("Mine now"))
                    .put("/v1/partners/{id}", own)
                    .then()
                    .statusCode(403);
            as(token).body(partner("Mine now")).post("/v1/partners").then().statusCode(403);
        }
        as(Tokens.vendor("finance")).get("/v1/partners/{id}", own).then().statusCode(200);
        as(Tokens.vendor("finance"))
                .body(partner("No"))
                .post("/v1/partners")
                .then()
                .statusCode(403);
        as(Tokens.client("website")).get("/v1/partners/{id}", own).then().statusCode(403);
        manager().get("/v1/partners/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPartnerIsFoundByItsExternalId() {
        Map<String, Object> body = partner("Older LLP");
        body.put("externalId", "old-" + UUID.randomUUID());
        UUID id = aPartner(body);
        manager()
                .queryParam("externalId", body.get("externalId"))
                .queryParam("country", "KZ")
                .queryParam("status", "ONBOARDING")
                .queryParam("tier", "BUSINESS")
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("next", nullValue());
        manager().body(body).post("/v1/partners").then().statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void theListIsReadPageByPageWithoutGapsOrRepetitions() {
        Map<String, Object> islander = partner("Island Ltd");
        islander.put("country", "IS");
        List<String> made =
                Stream.generate(() -> aPartner(islander).toString()).limit(5).toList();
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            var request = manager().queryParam("country", "IS").queryParam("limit", 2);
            if (next != null) {
                request.queryParam("cursor", next);
            }
            var page =
                    request.get("/v1/partners").then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items.id", String.class));
            next = page.getString("next");
        } while (next != null && all.size() < 100);
        assertEquals(made, all);
    }

    @Test
    void onlyAnActivePartnerIsSuspended() {
        UUID id = aPartner();
        manager()
                .body(Map.of("reason", "unpaid"))
                .post("/v1/partners/{id}/suspend", id)
                .then()
                .statusCode(409)
                .body("allowed", hasItem("ACTIVE"));
        manager()
                .body(Map.of("reason", "sorry"))
                .post("/v1/partners/{id}/reinstate", id)
                .then()
                .statusCode(409);
        manager().body(Map.of()).post("/v1/partners/{id}/suspend", id).then().statusCode(400);
        as(Tokens.partner(id))
                .body(Map.of("reason", "unpaid"))
                .post("/v1/partners/{id}/suspend", id)
                .then()
                .statusCode(403);
    }

    static Stream<Arguments> whatIsNotValid() {
        return Stream.of(
                Arguments.of("country", "ZZ", "country"),
                Arguments.of("region", "MOON", "region"),
                Arguments.of("languages", List.of("xx"), "languages[0]"),
                Arguments.of("languages", List.of(), "languages"),
                Arguments.of("timeZone", "Mars/Olympus", "timeZone"),
                Arguments.of("legalName", "x".repeat(201), "legalName"),
                Arguments.of("legalName", "nul\0", "legalName"),
                Arguments.of("services", List.of("MAGIC"), "services[0]"),
                Arguments.of("cities", List.of(city("Nowhere", 91, 0)), "cities[0].latitude"),
                Arguments.of("cities", List.of(city("Nowhere", 0, -181)), "cities[0].longitude"),
                Arguments.of("cities", List.of(Map.of("name", "Almaty", "country", "KZ")), "cities[0].latitude"),
                Arguments.of("territory", Map.of(), "territory"),
                Arguments.of("territory", Map.of("radiusKm", 0), "territory.radiusKm"),
                Arguments.of("territory", Map.of("countries", List.of("zz")), "territory.countries[0]"),
                Arguments.of("territory", Map.of("subdivisions", List.of("KZ75")), "territory.subdivisions[0]"),
                Arguments.of("capacity", Map.of("openLeadCap", -1, "quota30Days", 1), "capacity.openLeadCap"),
                Arguments.of("capacity", Map.of("openLeadCap", 1), "capacity.quota30Days"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotValid(String field, Object value, String named) {
        Map<String, Object> body = partner("Wrong LLP");
        body.put(field, value);
        manager()
                .body(body)
                .post("/v1/partners")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem(named));
    }

    @Test
    void anImportTakesTheGoodTellsOfTheBadAndCanBeRepeated() {
        String prefix = UUID.randomUUID() + "-";
        Map<String, Object> bad = imported(prefix + "bad");
        bad.put("country", "XX");
        Map<String, Object> noTerritory = imported(prefix + "nowhere");
        noTerritory.put("territory", Map.of());
        Map<String, Object> nameless = partner("Without an external id");
        List<Map<String, Object>> partners = List.of(
                imported(prefix + "1"), bad, imported(prefix + "2"), imported(prefix + "1"), noTerritory, nameless);
        List<String> ids = manager()
                .body(Map.of("partners", partners))
                .post("/v1/partners/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(2))
                .body("unchanged", equalTo(1))
                .body("rejected", equalTo(3))
                .body(
                        "results.outcome",
                        contains("CREATED", "REJECTED", "CREATED", "UNCHANGED", "REJECTED", "REJECTED"))
                .body("results[1].errors[0].field", equalTo("country"))
                .body("results[4].errors[0].reason", containsString("countries, subdivisions or a radius"))
                .body("results[5].errors[0].field", equalTo("externalId"))
                .extract()
                .path("results.partnerId");
        manager()
                .body(Map.of("partners", partners))
                .post("/v1/partners/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(3))
                .body("results.partnerId", equalTo(ids));
        await("onboarded.v1", UUID.fromString(ids.getFirst()));
    }

    @Test
    void anImportHasOneToAThousandPartners() {
        manager()
                .body(Map.of("partners", List.of()))
                .post("/v1/partners/import")
                .then()
                .statusCode(400);
        List<Map<String, Object>> tooMany = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            tooMany.add(imported("too-many-" + i));
        }
        manager()
                .body(Map.of("partners", tooMany))
                .post("/v1/partners/import")
                .then()
                .statusCode(400)
                .body("errors.field", contains("partners"));
        as(Tokens.vendor("marketing"))
                .body(Map.of("partners", List.of(imported("x"))))
                .post("/v1/partners/import")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameKeyGivesTheSamePartner() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = partner("Once LLP");
        String first = create(key, body);
        assertEquals(first, create(key, body));
        manager()
                .header("Idempotency-Key", key)
                .body(partner("Another LLP"))
                .post("/v1/partners")
                .then()
                .statusCode(422);
    }

    private static String create(String key, Map<String, Object> body) {
        return manager()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/partners")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");
    }

    private static Map<String, Object> imported(String externalId) {
        Map<String, Object> body = partner("Imported LLP");
        body.put("externalId", externalId);
        return body;
    }

    private static KafkaProbe.Seen await(String type, UUID id) {
        return KafkaProbe.awaitEvent(
                TOPIC, PREFIX + type, data -> data.path("partnerId").asText().equals(id.toString()));
    }
}
