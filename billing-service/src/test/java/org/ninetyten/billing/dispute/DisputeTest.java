package org.ninetyten.billing.dispute;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.statement.CloseMonth;
import org.ninetyten.billing.statement.Statements;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DisputeTest {

    @Inject
    Database database;

    @Inject
    CloseMonth closeMonth;

    @Inject
    Statements statements;

    @Inject
    Disputes disputes;

    @Test
    void onlyTheDisputedLineWaitsAndTheCorrectionIsOnTheNextStatement() {
        UUID partner = id();
        UUID wrong = sell(partner, "2015-03-10", 1_000);
        UUID right = sell(partner, "2015-03-11", 2_000);
        closeMonth.handle(YearMonth.parse("2015-03"), "test");

        String dispute = open(partner, wrong).statusCode(201).extract().path("id");
        assertEquals("FROZEN", state(wrong));
        assertEquals("STATED", state(right));
        open(partner, wrong).statusCode(409);
        check("dispute.opened.v1", dispute);
        answer("finance", "correct", dispute, Map.of("correctionMinor", 150, "answer", "The tier was another."))
                .statusCode(200)
                .body("state", equalTo("CORRECTED"))
                .body("late", equalTo(false))
                .body("correctionMinor", equalTo(150));
        check("dispute.resolved.v1", dispute);
        assertEquals("STATED", state(wrong));
        answer("finance", "reject", dispute, Map.of("answer", "Once more.")).statusCode(409);

        closeMonth.handle(YearMonth.parse("2015-04"), "test");
        String next = asFinance("/v1/statements?partnerId={partner}&period=2015-04", partner)
                .body("items[0].openingMinor", equalTo(1_200))
                .body("items[0].linesMinor", equalTo(150))
                .extract()
                .path("items[0].id");
        get(Tokens.partner(partner), "/v1/statements/{id}/lines", next)
                .body("items.kind", contains("CORRECTION"))
                .body("items.reference", contains(dispute))
                .body("items[0].trace.disputedMinor", equalTo(400));
        assertTrue(statements.differences().stream()
                .noneMatch(difference -> difference.partnerId().equals(partner)));
        asFinance("/v1/audit-records?object=dispute/{id}", dispute)
                .body("items.what", contains("dispute.ended"))
                .body("items[0].after.correctionMinor", equalTo(150));
    }

    @Test
    void anotherPartnersDisputeIsNotThere() {
        UUID partner = id();
        UUID line = sell(partner, "2015-05-10", 1_000);
        UUID stranger = id();
        open(stranger, line).statusCode(404);
        String dispute = open(partner, line).statusCode(201).extract().path("id");

        get(Tokens.partner(stranger), "/v1/disputes/{id}", dispute).statusCode(404);
        get(Tokens.partner(stranger), "/v1/disputes?partnerId={id}", partner).statusCode(404);
        get(Tokens.partner(stranger), "/v1/disputes").statusCode(200).body("items", hasSize(0));
        given().auth()
                .oauth2(Tokens.partner(stranger))
                .contentType("application/json")
                .body(Map.of("answer", "Not mine."))
                .post("/v1/disputes/{id}/withdraw", dispute)
                .then()
                .statusCode(404);
        answer("executive", "reject", dispute, Map.of("answer", "No.")).statusCode(403);
        answer("finance", "correct", dispute, Map.of("correctionMinor", 0, "answer", "No."))
                .statusCode(400)
                .body("errors[0].field", equalTo("correctionMinor"));
        answer("finance", "correct", dispute, Map.of("correctionMinor", -401, "answer", "No."))
                .statusCode(400)
                .body("errors[0].field", equalTo("correctionMinor"));
        get(Tokens.partner(partner), "/v1/disputes?state=OPEN").body("items.id", contains(dispute));
        given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType("application/json")
                .body(Map.of("answer", "It was right."))
                .post("/v1/disputes/{id}/withdraw", dispute)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        assertEquals("CLEARED", state(line));
    }

    @Test
    void aLateAnswerIsListedAndMeasured() {
        UUID partner = id();
        UUID line = sell(partner, "2015-06-10", 1_000);
        String dispute = open(partner, line).statusCode(201).extract().path("id");
        asFinance("/v1/disputes?overdue=true&partnerId={partner}", partner).body("items.id", not(hasItem(dispute)));

        // Three working days are never more than five days.
        Instant later = Instant.now().plus(Duration.ofDays(6));
        assertTrue(disputes.newest(partner, null, later, 10, null).stream()
                .anyMatch(one -> one.id().toString().equals(dispute) && one.isLate(later)));
        Disputes.Rate rate = disputes.rate(Instant.EPOCH, later);
        assertTrue(rate.open() >= 1 && rate.overdue() >= 1, rate.toString());
        long issued = database.first("select count(*) from statement", row -> row.getLong(1))
                .orElseThrow();
        long opened = database.first("select count(*) from dispute", row -> row.getLong(1))
                .orElseThrow();
        assertEquals(issued == 0 ? 0 : 100.0 * opened / issued, rate.perHundredStatements(), 1e-9);
    }

    @Test
    void whatIsPayableIsDisputedNoMore() {
        UUID partner = id();
        UUID line = sell(partner, "2015-07-10", 1_000);
        closeMonth.handle(YearMonth.parse("2015-07"), "test");
        database.update("update accrual set state = 'PAYABLE' where id = ?", line);
        open(partner, line).statusCode(409);
        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(Map.of("accrualId", line, "reason", "OTHER", "text", "x"))
                .post("/v1/disputes")
                .then()
                .statusCode(403);
        assertTrue(disputes.newest(partner, null, null, 10, null).isEmpty());
    }

    private static void check(String event, String dispute) {
        Contracts.check(
                Contracts.ownSchema(event),
                KafkaProbe.awaitEvent(
                                "billing.dispute",
                                "org.ninetyten.billing." + event,
                                data -> data.path("disputeId").asText().equals(dispute))
                        .json());
    }

    private UUID sell(UUID partner, String closedOn, long licenceMinor) {
        UUID deal = id();
        close(wonDeal(deal, partner, closedOn, licence(licenceMinor)));
        awaitSplit(deal);
        return database.first("select id from accrual where deal_id = ?", row -> row.getObject("id", UUID.class), deal)
                .orElseThrow();
    }

    private static ValidatableResponse open(UUID partner, UUID line) {
        return given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType("application/json")
                .body(Map.of("accrualId", line, "reason", "WRONG_TIER", "text", "We were Certified by then."))
                .post("/v1/disputes")
                .then();
    }

    private static ValidatableResponse answer(String role, String what, String dispute, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(body)
                .post("/v1/disputes/{id}/" + what, dispute)
                .then();
    }

    private String state(UUID accrual) {
        return database.first("select state from accrual where id = ?", row -> row.getString(1), accrual)
                .orElseThrow();
    }
}
