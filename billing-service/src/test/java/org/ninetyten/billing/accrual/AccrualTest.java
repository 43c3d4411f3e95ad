package org.ninetyten.billing.accrual;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.implementation;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.today;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class AccrualTest {

    @Inject
    Database database;

    @Inject
    Accruals accruals;

    @Inject
    ReleaseHolds releaseHolds;

    @Inject
    AccrualMeters meters;

    @Test
    void aPartnerSeesWhatItIsOwedAndWhyALineIsNothing() {
        UUID partner = id();
        UUID deal = id();
        String month = YearMonth.from(today()).toString();
        close(wonDeal(deal, partner, today().toString(), licence(100_000), implementation(900_000)));
        awaitSplit(deal);

        get(Tokens.partner(partner), "/v1/partners/{id}/accruals?period={month}&state=HELD", partner, month)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.amountMinor", hasItem(40_000))
                .body("items.statementPeriod", contains(month, month))
                .body("items.find { it.amountMinor == 0 }.zeroReason", equalTo("COLLECTED_BY_PARTNER"))
                .body("items.find { it.amountMinor == 40000 }.trace.rule", equalTo("licence-business"));
        get(Tokens.partner(partner), "/v1/partners/{id}/accruals?period=2020-01", partner)
                .body("items", hasSize(0));
        get(Tokens.partner(id()), "/v1/partners/{id}/accruals", partner).statusCode(404);
        get(Tokens.vendor("marketing"), "/v1/partners/{id}/accruals", partner).statusCode(403);
        asFinance("/v1/partners/{id}/accruals?period=autumn", partner)
                .statusCode(400)
                .body("errors[0].field", equalTo("period"));
        asFinance("/v1/partners/{id}/accruals?state=LOST", partner).statusCode(400);
    }

    @Test
    void aHoldEndsByItselfAndIsKept() {
        UUID partner = id();
        UUID deal = id();
        close(wonDeal(deal, partner, "2020-02-29", licence(100)));
        awaitSplit(deal);
        // Sold long ago, so it was never held; one of today is until its thirty days are over.
        assertEquals("CLEARED", state(deal));
        UUID recent = id();
        close(wonDeal(recent, partner, today().toString(), licence(100)));
        awaitSplit(recent);
        assertEquals("HELD", state(recent));
        database.update("update accrual set held_until = ? where deal_id = ?", Instant.EPOCH, recent);

        releaseHolds.handle(Instant.now());

        assertEquals("CLEARED", state(recent));
        get(Tokens.partner(partner), "/v1/accruals/{id}", accrual(recent))
                .statusCode(200)
                .body("moves", hasSize(1))
                .body("moves[0].from", equalTo("HELD"))
                .body("moves[0].why", equalTo("the hold has ended"));
        get(Tokens.partner(id()), "/v1/accruals/{id}", accrual(recent)).statusCode(404);
    }

    @Test
    void oneLineIsFrozenForASuspicionAndLetGoAgain() {
        UUID partner = id();
        UUID deal = id();
        close(wonDeal(deal, partner, today().toString(), licence(100)));
        awaitSplit(deal);
        UUID accrual = accrual(deal);

        post("finance", "/v1/accruals/{id}/freeze", Map.of("why", "The customer denies the order."), accrual)
                .statusCode(200)
                .body("state", equalTo("FROZEN"))
                .body("frozenFor", equalTo("FRAUD"))
                .body("frozenUntil", notNullValue());
        post("finance", "/v1/accruals/{id}/freeze", Map.of("why", "Again."), accrual)
                .statusCode(409)
                .body("allowed", hasItem("HELD"));
        post("finance", "/v1/accruals/{id}/release", Map.of("why", "It was a mistake."), accrual)
                .statusCode(200)
                .body("state", equalTo("HELD"));
        asFinance("/v1/audit-records?object=accrual/{id}", accrual)
                .statusCode(200)
                .body("items.what", contains("accrual.released", "accrual.frozen"))
                .body("items.why", contains("It was a mistake.", "The customer denies the order."))
                .body("items[1].before.state", equalTo("HELD"));
        post("executive", "/v1/accruals/{id}/freeze", Map.of("why", "x"), accrual)
                .statusCode(403);
        post("finance", "/v1/accruals/{id}/freeze", Map.of("why", "x"), id()).statusCode(404);
        post("finance", "/v1/accruals/{id}/freeze", Map.of("why", " "), accrual).statusCode(400);
        post("finance", "/v1/accruals/{id}/freeze", Map.of("why", "x", "until", "2020-01-01T00:00:00Z"), accrual)
                .statusCode(400)
                .body("errors[0].field", equalTo("until"));
    }

    @Test
    void whatNobodyDecidesInTimeGoesOn() {
        UUID deal = id();
        close(wonDeal(deal, id(), today().toString(), licence(100)));
        awaitSplit(deal);
        QuarkusTransaction.requiringNew()
                .run(() -> accruals.freeze(
                        List.of(accrual(deal)), FreezeReason.FRAUD, Instant.EPOCH, "a test says so", "test"));

        releaseHolds.handle(Instant.now());

        assertEquals("HELD", state(deal));
    }

    @Test
    void whatIsHeldIsMeasuredByCurrency() {
        UUID deal = id();
        close(wonDeal(deal, id(), today().toString(), licence(100)));
        awaitSplit(deal);
        meters.measure();

        assertTrue(RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("ninetyten_billing_accruals{")
                        && line.contains("currency=\"EUR\"")
                        && line.contains("state=\"held\"")
                        && !line.endsWith(" 0.0")));
    }

    @Test
    void whatIsPayableIsMeasuredByCurrency() {
        UUID claim = id();
        KafkaProbe.send(
                "events.claim",
                claim.toString(),
                "org.ninetyten.events.claim.approved.v1",
                Map.of(
                        "claimId",
                        claim,
                        "eventId",
                        id(),
                        "partnerId",
                        id(),
                        "currency",
                        "MAD",
                        "eligibleMinor",
                        1_600,
                        "approvedMinor",
                        777,
                        "occurredAt",
                        "2026-11-23T10:00:00Z"));
        eventually()
                .until(() ->
                        asFinance("/v1/reimbursements/{id}", claim).extract().statusCode() == 200);
        meters.measure();

        assertTrue(RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("ninetyten_billing_accruals{")
                        && line.contains("currency=\"MAD\"")
                        && line.contains("state=\"payable\"")
                        && line.endsWith(" 777.0")));
    }

    private static ValidatableResponse post(String role, String path, Map<String, String> body, UUID id) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(body)
                .post(path, id)
                .then();
    }

    private UUID accrual(UUID deal) {
        return database.first("select id from accrual where deal_id = ?", row -> row.getObject("id", UUID.class), deal)
                .orElseThrow();
    }

    private String state(UUID deal) {
        return database.first("select state from accrual where deal_id = ?", row -> row.getString(1), deal)
                .orElseThrow();
    }
}
