package org.ninetyten.leadrouting.policy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.Tokens;

/** Versions of tests begin in a far future, so that no other test routes under them. */
@QuarkusTest
class PolicyVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Network network;

    @Test
    void aVersionIsWrittenListedComparedAndWithdrawn() throws Exception {
        ObjectNode document = valid().put("turns", "LEAST_LOADED");
        int version = write("Fewest first", "2090-01-01T00:00:00Z", document)
                .statusCode(201)
                .header("Location", containsString("/v1/routing-policies/"))
                .body("state", equalTo("FUTURE"))
                .body("document.turns", equalTo("LEAST_LOADED"))
                .extract()
                .path("version");

        Api.desk()
                .get("/v1/routing-policies")
                .then()
                .statusCode(200)
                .body("items.version", hasItems(1, version))
                .body("items.findAll { it.state == 'VALID' }", hasSize(1))
                .body("items[0].document", nullValue());
        Api.desk()
                .get("/v1/routing-policies/{version}/diff?against=1", version)
                .then()
                .statusCode(200)
                .body("changes.field", hasItem("turns"))
                .body("changes.find { it.field == 'turns' }.before", equalTo("SHARE"))
                .body("changes.find { it.field == 'turns' }.after", equalTo("LEAST_LOADED"));

        withdraw(version)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawnWhy", equalTo("Too early."));
        withdraw(version).statusCode(409).body("code", equalTo("illegal-state"));
        withdraw(1).statusCode(409);
        write("Again", "2090-01-01T00:00:00Z", document).statusCode(201);
        assertEquals(
                2,
                network.count(
                        "select count(*) from audit_record a join routing_policy p on p.id = a.object_id where p.version = ?",
                        version));
    }

    @Test
    void aWithdrawnVersionNeverBecomesValid() throws Exception {
        Instant soon = MutableClock.now().plus(Duration.ofMinutes(1));
        int version = write("Soon", soon.toString(), valid())
                .statusCode(201)
                .extract()
                .path("version");
        withdraw(version).statusCode(200);

        MutableClock.advance(Duration.ofMinutes(2));

        Api.desk().get("/v1/routing-policies/{version}", version).then().body("state", equalTo("WITHDRAWN"));
        Api.desk()
                .get("/v1/routing-policies")
                .then()
                .body("items.find { it.state == 'VALID' }.version", not(equalTo(version)));
    }

    @Test
    void twoVersionsNeverBeginAtTheSameInstant() throws Exception {
        write("One", "2091-01-01T00:00:00Z", valid()).statusCode(201);
        write("Other", "2091-01-01T00:00:00Z", valid()).statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void aKeyWritesOneVersion() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = request("Once", "2092-01-01T00:00:00Z", valid());
        int first = Api.desk()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/routing-policies")
                .path("version");

        Api.desk()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/routing-policies")
                .then()
                .statusCode(201)
                .body("version", equalTo(first));
    }

    @Test
    void everyWrongFieldIsNamed() throws Exception {
        ObjectNode document = valid().put("shortlist", 0).put("favourites", true);
        document.withObject("/scoreWeights").put("headroom", 10_001);

        write("Wrong", "2093-01-01T00:00:00Z", document)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body(
                        "errors.field",
                        hasItems("document.shortlist", "document.favourites", "document.scoreWeights.headroom"));
        ObjectNode unbalanced = valid();
        unbalanced.withObject("/scoreWeights").put("headroom", 999);
        write("Unbalanced", "2093-01-01T00:00:00Z", unbalanced)
                .statusCode(400)
                .body("errors[0].field", equalTo("document.scoreWeights"))
                .body("errors[0].reason", containsString("9999"));
        write("Past", "2020-06-01T00:00:00Z", valid()).statusCode(400).body("errors[0].field", equalTo("validFrom"));
        write("Array", "2093-01-01T00:00:00Z", JSON.createArrayNode())
                .statusCode(400)
                .body("errors[0].field", equalTo("document"));
        Api.desk()
                .body("{\"name\": \"No document\", \"why\": \"x\"}")
                .post("/v1/routing-policies")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("document"));
    }

    @Test
    void aCheckKeepsNothing() throws Exception {
        long before = network.count("select count(*) from routing_policy");
        Api.desk()
                .body("{\"document\": " + valid().put("shortlist", 0) + "}")
                .post("/v1/routing-policies/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("errors[0].field", equalTo("shortlist"));
        Api.desk()
                .body("{\"document\": " + valid() + "}")
                .post("/v1/routing-policies/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true));

        assertEquals(before, network.count("select count(*) from routing_policy"));
    }

    /** Every partner of the tests lists all services, and none is certified for hosting. */
    @Test
    void aCredentialThatNobodyHoldsIsNotAskedForAnew() throws Exception {
        network.partnerIn("BT");
        ObjectNode document = valid();
        document.withArray("/needsWithCredential").add("HOSTING_ADMIN");

        write("Certified hosting", "2094-01-01T00:00:00Z", document)
                .statusCode(400)
                .body("errors[0].field", containsString("needsWithCredential["))
                .body(
                        "errors[0].reason",
                        containsString("no active partner holds a live credential for HOSTING_ADMIN"));
    }

    @Test
    void othersMayNotWrite() throws Exception {
        String body = request("No", "2095-01-01T00:00:00Z", valid());
        for (String role : new String[] {"finance", "marketing", "executive", "partner-manager"}) {
            Api.as(Tokens.vendor(role))
                    .body(body)
                    .post("/v1/routing-policies")
                    .then()
                    .statusCode(403);
        }
        UUID partner = UUID.randomUUID();
        Api.partner(partner).body(body).post("/v1/routing-policies").then().statusCode(403);
        Api.partner(partner).get("/v1/routing-policies").then().statusCode(403);
        Api.desk().get("/v1/routing-policies/999999").then().statusCode(404);
        Api.desk().get("/v1/routing-policies/1/diff").then().statusCode(400);
    }

    private static ObjectNode valid() throws Exception {
        return (ObjectNode)
                JSON.readTree(Api.desk().get("/v1/routing-policies/1").asString())
                        .path("document");
    }

    private static ValidatableResponse write(String name, String validFrom, JsonNode document) {
        return Api.desk()
                .body(request(name, validFrom, document))
                .post("/v1/routing-policies")
                .then();
    }

    private static String request(String name, String validFrom, JsonNode document) {
        return JSON.createObjectNode()
                .put("name", name)
                .put("validFrom", validFrom)
                .put("why", "A test asks for it.")
                .set("document", document)
                .toString();
    }

    private static ValidatableResponse withdraw(int version) {
        return Api.desk()
                .body("{\"why\": \"Too early.\"}")
                .post("/v1/routing-policies/{version}/withdraw", version)
                .then();
    }
}
