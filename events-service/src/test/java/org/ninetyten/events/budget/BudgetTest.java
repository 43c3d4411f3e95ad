package org.ninetyten.events.budget;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.ninetyten.events.Programme.MARKETING;
import static org.ninetyten.events.Programme.get;
import static org.ninetyten.events.Programme.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Programme;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class BudgetTest {

    @Inject
    Programme programme;

    @Test
    void marketingCreatesABudgetAndSeesWhatIsLeft() {
        UUID id = programme.budget(programme.newYear(), 1_000_000);

        get(MARKETING, "/v1/budgets/" + id)
                .statusCode(200)
                .body("amountMinor", equalTo(1_000_000))
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(0))
                .body("leftMinor", equalTo(1_000_000));
    }

    @Test
    void thereIsOneBudgetForAYearRegionAndCurrency() {
        int year = programme.newYear();
        programme.budget(year, 1_000_000);

        post(MARKETING, "/v1/budgets", body(year, "CIS", "EUR", 5))
                .statusCode(409)
                .body("code", equalTo("budget-already-exists"));
        post(MARKETING, "/v1/budgets", body(year, "EUROPE", "EUR", 5)).statusCode(201);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswer() {
        int year = programme.newYear();
        String key = UUID.randomUUID().toString();
        String first = createWith(key, body(year, "CIS", "EUR", 5), 201);

        org.junit.jupiter.api.Assertions.assertEquals(first, createWith(key, body(year, "CIS", "EUR", 5), 201));
        createWith(key, body(year, "CIS", "EUR", 6), 422);
    }

    @Test
    void onlyMarketingMakesBudgetsAndPartnersDoNotSeeThem() {
        UUID id = programme.budget(programme.newYear(), 1_000);
        var body = body(programme.newYear(), "CIS", "EUR", 5);

        post(Tokens.vendor("finance"), "/v1/budgets", body).statusCode(403);
        post(Tokens.partner(UUID.randomUUID()), "/v1/budgets", body).statusCode(403);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/budgets")
                .then()
                .statusCode(401);
        get(Tokens.vendor("finance"), "/v1/budgets/" + id).statusCode(200);
        get(Tokens.partner(UUID.randomUUID()), "/v1/budgets/" + id).statusCode(403);
        get(MARKETING, "/v1/budgets/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void badInputIsNamedFieldByField() {
        post(MARKETING, "/v1/budgets", body(1, "CIS", "EURO", 0))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("year"))
                .body("errors.field", hasItem("currency"))
                .body("errors.field", hasItem("amountMinor"));
        post(MARKETING, "/v1/budgets", body(2030, "MOON", "EUR", 1)).statusCode(400);
        post(MARKETING, "/v1/budgets", body(2030, "CIS", "QQQ", 1)).statusCode(400);
        post(MARKETING, "/v1/budgets", Map.of("year", 2030, "spentMinor", 1)).statusCode(400);
    }

    private static Map<String, Object> body(int year, String region, String currency, long amountMinor) {
        return Map.of("year", year, "region", region, "currency", currency, "amountMinor", amountMinor);
    }

    private static String createWith(String key, Object body, int status) {
        return given().auth()
                .oauth2(MARKETING)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/budgets")
                .then()
                .statusCode(status)
                .extract()
                .path(status == 201 ? "id" : "code");
    }
}
