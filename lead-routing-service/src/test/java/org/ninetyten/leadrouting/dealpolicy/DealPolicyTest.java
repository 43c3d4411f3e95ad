package org.ninetyten.leadrouting.dealpolicy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DealPolicyTest {

    @Inject
    Network network;

    @Inject
    DealPolicies policies;

    @Test
    void aVersionIsWrittenForTheFutureAndTheOneBeforeStaysValidUntilThen() {
        int version = write(policy("2091-01-01T00:00:00Z"))
                .statusCode(201)
                .body("version", greaterThan(1))
                .body("ninetyTenMode", equalTo("BLOCK"))
                .body("suggestionOrder", equalTo(List.of("TRAINING", "SUPPORT")))
                .extract()
                .path("version");

        Api.desk()
                .get("/v1/deal-policies/{version}", version)
                .then()
                .statusCode(200)
                .body("businessDays", equalTo(List.of("MONDAY", "SUNDAY")))
                .body("createdBy", equalTo("admin"));
        Api.desk().get("/v1/deal-policies").then().body("items.version", hasItem(1));
        assertEquals(1, policies.validAt(Instant.parse("2090-12-31T23:59:59Z")).version());
        assertEquals(
                version, policies.validAt(Instant.parse("2091-01-01T00:00:00Z")).version());
        assertEquals(
                1,
                network.count(
                        "select count(*) from audit_record where what = 'deal-policy.written' and after like ?",
                        "%version=" + version + ",%"));
        write(policy("2091-01-01T00:00:00Z")).statusCode(409);
    }

    @Test
    void badFiguresAreRefusedWithTheirField() {
        refused(policy("2020-01-01T00:00:00Z"), "validFrom");
        refused(
                policy("2092-01-01T00:00:00Z").replace("\"protectionDays\": 30", "\"protectionDays\": 0"),
                "protectionDays");
        refused(policy("2092-01-01T00:00:00Z").replace("\"SUPPORT\"", "\"LICENCE\""), "suggestionOrder");
        refused(policy("2092-01-01T00:00:00Z").replace("\"SUPPORT\"", "\"TRAINING\""), "suggestionOrder");
        refused(policy("2092-01-01T00:00:00Z").replace("UTC", "Mars/Base"), "timeZone");
        refused(policy("2092-01-01T00:00:00Z").replace("[\"MONDAY\", \"SUNDAY\"]", "[]"), "businessDays");
        Api.desk()
                .body(policy("2092-01-01T00:00:00Z"))
                .post("/v1/deal-policies")
                .then()
                .statusCode(403);
        Api.desk().get("/v1/deal-policies/{version}", 99_999).then().statusCode(404);
        Api.desk().queryParam("cursor", "x").get("/v1/deal-policies").then().statusCode(400);
    }

    private static void refused(String body, String field) {
        write(body).statusCode(400).body("errors.field", hasItem(field));
    }

    private static ValidatableResponse write(String body) {
        return Api.as(Tokens.vendor("admin"))
                .body(body)
                .post("/v1/deal-policies")
                .then();
    }

    private static String policy(String validFrom) {
        return """
               {"validFrom": "%s", "protectionDays": 30, "extensionDays": 10, "conflictBusinessDays": 1,
                "businessDays": ["MONDAY", "SUNDAY"], "timeZone": "UTC", "ninetyTenMode": "BLOCK",
                "suggestionOrder": ["TRAINING", "SUPPORT"], "deadEndMonths": 6, "partnerOfRecordLapseDays": 5,
                "ratingLinkDays": 7, "ratingPriorCount": 3, "ratingPriorHundredths": 350, "contestDays": 3,
                "evidencePerSide": 2, "why": "A trial."}""".formatted(validFrom);
    }
}
