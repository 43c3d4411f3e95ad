package org.ninetyten.billing.payout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Tokens;

/** What payouts refuse, each with the field and the reason. */
@QuarkusTest
class PayoutInputTest {

    @Test
    void aCurrencyThatIsNoneIsRefused() {
        post("finance", "/v1/payout-batches", Map.of("currency", "XYZ"))
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem("currency"))
                .body("errors.reason", hasItem(containsString("ISO 4217")));
        post("finance", "/v1/payout-batches", Map.of("currency", "eur"))
                .statusCode(400)
                .body("errors.field", hasItem("currency"));
        post("finance", "/v1/payout-batches", Map.of("currency", "EUR", "limit", 3))
                .statusCode(400);
        post("finance", "/v1/payout-batches", Map.of("currency", "XAF"))
                .statusCode(409)
                .body("code", equalTo("nothing-to-submit"));
        post("finance-approver", "/v1/payout-batches", Map.of("currency", "EUR"))
                .statusCode(403);
    }

    @Test
    void aReasonAndEvidenceAreAskedForAndUnknownPayoutsAreNotThere() {
        post("finance", "/v1/payouts/" + id() + "/cancel", Map.of("why", " "))
                .statusCode(400)
                .body("errors.field", hasItem("why"));
        post("finance", "/v1/payouts/" + id() + "/cancel", Map.of("why", "test"))
                .statusCode(404)
                .body("code", equalTo("not-found"));
        post("finance-approver", "/v1/payouts/" + id() + "/reconcile", Map.of("outcome", "SETTLED"))
                .statusCode(400)
                .body("errors.field", hasItem("evidence"));
        post("finance-approver", "/v1/payouts/" + id() + "/reconcile", Map.of("outcome", "MAYBE", "evidence", "x"))
                .statusCode(400)
                .body("errors.field", hasItem("outcome"));
        post("finance-approver", "/v1/payouts/" + id() + "/approve", null).statusCode(404);
        post("finance-approver", "/v1/payout-runs/" + id() + "/approve", null).statusCode(404);
        asFinance("/v1/payouts?cursor=nonsense").statusCode(400).body("errors.field", hasItem("cursor"));
        asFinance("/v1/payout-batches/{id}/file", id()).statusCode(404);
    }

    @Test
    void thePolicyTakesWholeMinorUnitsKnownCurrenciesAndDaysToCome() {
        policy("currency", "XYZ").statusCode(400).body("errors.field", hasItem("currency"));
        policy("minimumMinor", 50.5).statusCode(400).body("errors.field", hasItem("minimumMinor"));
        policy("fourEyesMinor", -1).statusCode(400).body("errors.field", hasItem("fourEyesMinor"));
        policy("forcedAfterMonths", 0).statusCode(400).body("errors.field", hasItem("forcedAfterMonths"));
        policy("validFrom", "2026-01-01T00:00:00Z")
                .statusCode(400)
                .body("errors.field", hasItem("validFrom"))
                .body("errors.reason", hasItem(containsString("past")));
        policy("why", "").statusCode(400).body("errors.field", hasItem("why"));
        int written = policy("why", "a test says so")
                .statusCode(201)
                .body("minimumMinor", equalTo(5_000))
                .extract()
                .path("version");
        asFinance("/v1/audit-records?object=payout-policy/" + written)
                .body("items[0].what", equalTo("payout-policy.written"))
                .body("items[0].why", equalTo("a test says so"));
    }

    private static ValidatableResponse policy(String field, Object value) {
        Map<String, Object> policy = new HashMap<>(Map.of(
                "validFrom", "2199-01-01T00:00:00Z",
                "currency", "EUR",
                "minimumMinor", 5_000,
                "fourEyesMinor", 1_000_000,
                "forcedAfterMonths", 12,
                "coolingOffHours", 24,
                "answerHours", 72,
                "rateMaxAgeDays", 7,
                "why", "test"));
        policy.put(field, value);
        return post("finance-approver", "/v1/payout-policies", policy);
    }

    private static ValidatableResponse post(String role, String path, Object body) {
        var request = given().auth().oauth2(Tokens.vendor(role)).contentType("application/json");
        if (body != null) {
            request.body(body);
        }
        return request.post(path).then();
    }
}
