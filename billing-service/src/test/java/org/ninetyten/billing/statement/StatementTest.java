package org.ninetyten.billing.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitAllBefore;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.implementation;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.refund;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.accrual.FreezeReason;
import org.ninetyten.billing.accrual.ReleaseHolds;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.recovery.Recoveries;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Each test closes months of its own: a month is closed once. */
@QuarkusTest
class StatementTest {

    @Inject
    Database database;

    @Inject
    CloseMonth closeMonth;

    @Inject
    FinaliseStatements finalise;

    @Inject
    StatementPolicies policies;

    @Inject
    SplitPlans plans;

    @Inject
    Recoveries recoveries;

    @Inject
    StatementEvents events;

    @Inject
    Statements statements;

    @Inject
    Accruals accruals;

    @Inject
    ReleaseHolds releaseHolds;

    @Test
    void aMonthIsClosedOnceAndThePartnerSeesWhatCameAndWhyALineIsNothing() {
        UUID partner = id();
        sell(partner, "2016-03-10", 100_000);
        closeByApi("finance", "2016-03").statusCode(200).body("doneAt", startsWith("20"));

        UUID statement = statementOf(partner, "2016-03");
        get(Tokens.partner(partner), "/v1/statements/{id}", statement)
                .statusCode(200)
                .body("openingMinor", equalTo(0))
                .body("linesMinor", equalTo(40_000))
                .body("closingMinor", equalTo(40_000))
                .body("lineCount", equalTo(2))
                .body("number", startsWith("SB-" + today().getYear() + "-"))
                .body("payoutDue", equalTo(today().plusDays(9).toString()))
                .body("state", equalTo("ISSUED"));
        get(Tokens.partner(partner), "/v1/statements/{id}/lines", statement)
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.accrualState", everyItem(equalTo("STATED")))
                .body("items.find { it.amountMinor == 40000 }.trace.rule", equalTo("licence-business"))
                .body("items.find { it.amountMinor == 0 }.zeroReason", equalTo("COLLECTED_BY_PARTNER"));
        var event = KafkaProbe.awaitEvent(
                "billing.statement",
                "org.ninetyten.billing.statement.issued.v1",
                data -> data.path("statementId").asText().equals(statement.toString()));
        Contracts.check(Contracts.ownSchema("statement.issued.v1"), event.json());

        sell(partner, "2016-03-31", 10_000);
        closeByApi("finance", "2016-03").statusCode(200);
        get(Tokens.partner(partner), "/v1/statements")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.id", contains(statement.toString()));
        assertAgrees(partner);
        // What came after the close is on the next statement, which begins where that one ended.
        closeByApi("finance", "2016-04").statusCode(200);
        asFinance("/v1/statements?partnerId={partner}&period=2016-04", partner)
                .body("items[0].openingMinor", equalTo(40_000))
                .body("items[0].linesMinor", equalTo(4_000))
                .body("items[0].closingMinor", equalTo(44_000));
        assertAgrees(partner);
    }

    @Test
    void anotherPartnersStatementIsNotThere() {
        UUID partner = id();
        sell(partner, "2016-05-10", 1_000);
        closeByApi("finance", "2016-05").statusCode(200);
        UUID statement = statementOf(partner, "2016-05");

        String stranger = Tokens.partner(id());
        get(stranger, "/v1/statements/{id}", statement).statusCode(404);
        get(stranger, "/v1/statements/{id}/lines", statement).statusCode(404);
        get(stranger, "/v1/statements?partnerId={id}", partner).statusCode(404);
        given().auth()
                .oauth2(stranger)
                .accept("application/pdf")
                .get("/v1/statements/{id}/document", statement)
                .then()
                .statusCode(404);
        get(Tokens.vendor("marketing"), "/v1/statements/{id}", statement).statusCode(403);
        closeByApi("executive", "2016-05").statusCode(403);
    }

    @Test
    void aMonthWhoseHoldsHaveNotEndedIsNotClosed() {
        closeByApi("finance", YearMonth.from(today()).minusMonths(1).toString())
                .statusCode(409)
                .body("detail", org.hamcrest.Matchers.containsString("closes on"));
        closeByApi("finance", "spring").statusCode(400).body("errors[0].field", equalTo("period"));
        asFinance("/v1/month-closes/1999-01").statusCode(404);
    }

    @Test
    void atMostHalfOfAStatementIsTakenForWhatIsOwedBack() {
        UUID partner = id();
        UUID deal = id();
        Billing.Line line = licence(100_000);
        close(wonDeal(deal, partner, "2016-06-10", line));
        awaitSplit(deal);
        closeByApi("finance", "2016-06").statusCode(200);
        refund(deal, partner, "2016-07-01", line, 100_000);
        awaitAllBefore(deal);
        sell(partner, "2016-07-10", 50_000);
        closeByApi("finance", "2016-07").statusCode(200);

        UUID statement = statementOf(partner, "2016-07");
        asFinance("/v1/statements/{id}", statement)
                .body("openingMinor", equalTo(40_000))
                .body("linesMinor", equalTo(20_000))
                .body("recoveredMinor", equalTo(10_000))
                .body("closingMinor", equalTo(50_000))
                .body("owedBackMinor", equalTo(30_000));
        asFinance("/v1/statements/{id}/lines", statement)
                .body("items.find { it.kind == 'RECOVERY' }.amountMinor", equalTo(-10_000))
                .body("items.find { it.kind == 'RECOVERY' }.trace.remainingMinor", equalTo(30_000));
        assertAgrees(partner);
        sell(partner, "2016-08-10", 500_000);
        closeByApi("finance", "2016-08").statusCode(200);
        asFinance("/v1/statements?partnerId={partner}&period=2016-08", partner)
                .body("items[0].recoveredMinor", equalTo(30_000))
                .body("items[0].owedBackMinor", equalTo(0));
        assertAgrees(partner);
        // The lines that a payout takes sum up to what the statements say: the debt itself is not among them.
        finaliseAt(Instant.now().plus(Duration.ofDays(8)));
        assertEquals(
                220_000L,
                database.first(
                                "select sum(amount_minor)::bigint as sum from accrual where partner_id = ? and state = 'PAYABLE'",
                                row -> row.getLong("sum"),
                                partner)
                        .orElseThrow());
    }

    @Test
    void aCloseThatIsKilledGoesOnWhereItWasAndNoNumberIsLost() {
        YearMonth month = YearMonth.parse("2016-09");
        List<UUID> partners = List.of(id(), id(), id());
        partners.forEach(partner -> sell(partner, "2016-09-10", 1_000));
        QuarkusTransaction.requiringNew().run(() -> closeMonth.begin(month, "test"));
        assertTrue(QuarkusTransaction.requiringNew().call(() -> closeMonth.portion(month, 1, "test")));
        assertThrows(
                Killed.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    closeMonth.portion(month, 1, "test");
                    throw new Killed();
                }));
        assertTrue(closeMonth.find(month).orElseThrow().doneAt() == null);

        closeByApi("finance", "2016-09").statusCode(200);

        for (UUID partner : partners) {
            asFinance("/v1/statements?partnerId={partner}", partner)
                    .body("items", hasSize(1))
                    .body("items[0].closingMinor", equalTo(400));
            assertAgrees(partner);
        }
        // Gap-free: as many numbers as statements, and the last one is their count.
        assertEquals(0, database.query("""
                                select n.legal_entity from statement_number n where n.last <> (
                                    select count(distinct substring(number from '[0-9]+$')::bigint) from statement s
                                    where s.legal_entity = n.legal_entity and number like '%-' || n.year || '-%')""", row -> row.getString(1)).size());
    }

    @Test
    void whatNobodyObjectsToIsPayableAfterAWeekAndAFrozenLineIsNot() {
        UUID partner = id();
        UUID deal = sell(partner, "2016-10-10", 1_000);
        UUID frozen = sell(partner, "2016-10-11", 2_000);
        closeByApi("finance", "2016-10").statusCode(200);
        UUID line = licenceOf(frozen);
        QuarkusTransaction.requiringNew()
                .run(() -> accruals.freeze(List.of(line), FreezeReason.DISPUTE, null, "a test says so", "test"));

        finaliseAt(Instant.now().plus(Duration.ofDays(6)));
        assertEquals("STATED", state(licenceOf(deal)));
        finaliseAt(Instant.now().plus(Duration.ofDays(8)));
        assertEquals("PAYABLE", state(licenceOf(deal)));
        assertEquals("FROZEN", state(line));
        QuarkusTransaction.requiringNew().run(() -> accruals.release(List.of(line), "a test says so", "test"));
        finaliseAt(Instant.now().plus(Duration.ofDays(8)));
        assertEquals("PAYABLE", state(line));
        asFinance("/v1/statements/{id}", statementOf(partner, "2016-10")).body("state", equalTo("FINAL"));
    }

    @Test
    void aPayoutIsOnTheNextStatementOnce() {
        UUID partner = id();
        sell(partner, "2016-11-10", 1_000);
        closeByApi("finance", "2016-11").statusCode(200);
        pay(partner, 400);
        sell(partner, "2016-12-10", 10_000);
        closeByApi("finance", "2016-12").statusCode(200);
        asFinance("/v1/statements?partnerId={partner}&period=2016-12", partner)
                .body("items[0].openingMinor", equalTo(400))
                .body("items[0].paidMinor", equalTo(400))
                .body("items[0].closingMinor", equalTo(4_000));
        sell(partner, "2017-01-10", 1_000);
        closeByApi("finance", "2017-01").statusCode(200);
        asFinance("/v1/statements?partnerId={partner}&period=2017-01", partner)
                .body("items[0].paidMinor", equalTo(0))
                .body("items[0].closingMinor", equalTo(4_400));
        assertAgrees(partner);
    }

    @Test
    void aReimbursementIsPayableAtOnceAndOnTheStatement() {
        UUID partner = id();
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
                        partner,
                        "currency",
                        "EUR",
                        "eligibleMinor",
                        200_000,
                        "approvedMinor",
                        100_000));
        eventually()
                .until(() -> database.query(
                                        "select id from accrual where partner_id = ? and state = 'PAYABLE'",
                                        row -> row.getString(1),
                                        partner)
                                .size()
                        == 1);

        // The month of the claim may be closed in two months.
        Instant then = today().plusMonths(3).atStartOfDay(ZoneOffset.UTC).toInstant();
        new CloseMonth(database, policies, plans, recoveries, events, releaseHolds, Clock.fixed(then, ZoneOffset.UTC))
                .handle(YearMonth.from(today()), "test");

        UUID statement = statementOf(partner, YearMonth.from(today()).toString());
        asFinance("/v1/statements/{id}/lines", statement)
                .body("items.kind", contains("REIMBURSEMENT"))
                .body("items.accrualState", contains("PAYABLE"))
                .body("items.reference", contains(claim.toString()));
        assertAgrees(partner);
    }

    @Test
    void aStatementIsAFileInThePartnersLanguage() throws IOException {
        UUID partner = id();
        UUID deal = sell(partner, "2017-02-10", 123_456_700);
        closeByApi("finance", "2017-02").statusCode(200);
        UUID statement = statementOf(partner, "2017-02");

        assertText(statement, partner, "ru-RU", "Партнёр", "493\u00A0826,80", "Продажа");
        assertText(statement, partner, "de", "Abrechnung", "493.826,80", "Verkauf");
        assertText(statement, partner, "fr", "Relevé", "493\u00A0826,80", "Vente");
        assertText(statement, partner, "es", "Extracto", "493.826,80", "Venta");
        assertText(statement, partner, "pt-BR", "Extrato", "493.826,80", "Venda");
        assertText(statement, partner, "en", "Statement", "493,826.80", "Sale");
        assertText(statement, partner, "ja", "Statement", "493,826.80", deal.toString());
        String csv = given().auth()
                .oauth2(Tokens.partner(partner))
                .accept("text/csv")
                .get("/v1/statements/{id}/document", statement)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(3, csv.lines().count());
        assertTrue(csv.startsWith("number,period,currency,ordinal,kind"), csv);
        assertTrue(csv.contains(",SALE,") && csv.contains(",49382680,"), csv);
    }

    @Test
    void aPolicyIsWrittenForDaysToCome() {
        Map<String, Object> policy = Map.of(
                "validFrom", today().plusYears(50).toString(),
                "closeAfterDays", 2,
                "objectionDays", 14,
                "payoutDays", 20,
                "disputeAnswerDays", 5,
                "why", "A test says so.");
        writePolicy("finance", policy).statusCode(201).body("objectionDays", equalTo(14));
        writePolicy("finance", policy).statusCode(400).body("errors[0].field", equalTo("validFrom"));
        writePolicy("partner-manager", policy).statusCode(403);
        Map<String, Object> late = new java.util.HashMap<>(policy);
        late.put("closeAfterDays", 7);
        writePolicy("finance", late).statusCode(400).body("errors[0].field", equalTo("objectionDays"));
        Map<String, Object> past = new java.util.HashMap<>(policy);
        past.put("validFrom", today().toString());
        writePolicy("finance", past).statusCode(400).body("errors[0].field", equalTo("validFrom"));
        asFinance("/v1/statement-policies").statusCode(200).body("find { it.version == 1 }.objectionDays", equalTo(7));
    }

    private static final class Killed extends RuntimeException {}

    private static io.restassured.response.ValidatableResponse writePolicy(String role, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(body)
                .post("/v1/statement-policies")
                .then();
    }

    private static void assertText(UUID statement, UUID partner, String language, String... expected)
            throws IOException {
        byte[] pdf = given().auth()
                .oauth2(Tokens.partner(partner))
                .accept("application/pdf")
                .header("Accept-Language", language)
                .get("/v1/statements/{id}/document", statement)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PdfReader reader = new PdfReader(pdf)) {
            String text = new PdfTextExtractor(reader).getTextFromPage(1);
            for (String one : expected) {
                assertTrue(squeezed(text).contains(squeezed(one)), language + ": " + one + " in " + text);
            }
        }
    }

    /** Without spaces: where a line breaks is the layout's affair. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    private void finaliseAt(Instant instant) {
        new FinaliseStatements(database, Clock.fixed(instant, ZoneOffset.UTC)).handle();
    }

    /** Books a payout as the ledger has it. */
    private void pay(UUID partner, long minor) {
        UUID entry = id();
        Instant now = Instant.now();
        database.update("""
                insert into account (id, code, type, partner_id, currency, created_at)
                values (gen_random_uuid(), 'bank-clearing:EUR', 'BANK_CLEARING', null, 'EUR', now()) on conflict do nothing""");
        database.update("""
                with entry as (
                    insert into journal_entry (id, kind, reference, revision, effective, posted_at, description)
                    values (?, 'PAYOUT_SUBMITTED', ?, 1, current_date, ?, 'Payout of a test'))
                insert into posting (entry_id, line, account_id, currency, amount_minor, posted_at)
                values (?, 1, (select id from account where code = 'partner-payable:EUR:' || ?::text), 'EUR', ?, ?),
                    (?, 2, (select id from account where code = 'bank-clearing:EUR'), 'EUR', ?, ?)""", entry, id(), now, entry, partner.toString(), minor, now, entry, -minor, now);
    }

    private void assertAgrees(UUID partner) {
        assertEquals(
                List.of(),
                statements.differences().stream()
                        .filter(difference -> difference.partnerId().equals(partner))
                        .toList());
    }

    private static UUID sell(UUID partner, String closedOn, long licenceMinor) {
        UUID deal = id();
        close(wonDeal(deal, partner, closedOn, licence(licenceMinor), implementation(900_000)));
        awaitSplit(deal);
        return deal;
    }

    private static io.restassured.response.ValidatableResponse closeByApi(String role, String month) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .put("/v1/month-closes/{month}", month)
                .then();
    }

    private static UUID statementOf(UUID partner, String month) {
        return UUID.fromString(asFinance("/v1/statements?partnerId={partner}&period={month}", partner, month)
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id"));
    }

    private UUID licenceOf(UUID deal) {
        return database.first(
                        "select id from accrual where deal_id = ? and income_point = 'LICENCE'",
                        row -> row.getObject("id", UUID.class),
                        deal)
                .orElseThrow();
    }

    private String state(UUID accrual) {
        return database.first("select state from accrual where id = ?", row -> row.getString(1), accrual)
                .orElseThrow();
    }

    private static LocalDate today() {
        return Billing.today();
    }
}
