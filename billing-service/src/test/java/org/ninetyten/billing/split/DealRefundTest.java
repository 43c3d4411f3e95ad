package org.ninetyten.billing.split;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.refund;
import static org.ninetyten.billing.Billing.today;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.accrual.FreezeReason;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.KeepTier;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierChange;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.recovery.Recoveries;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DealRefundTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    @Inject
    Database database;

    @Inject
    PostSplit post;

    @Inject
    PostRefund postRefund;

    @Inject
    KeepTier keepTier;

    @Inject
    Accruals accruals;

    @Inject
    Recoveries recoveries;

    @Inject
    SplitMeters meters;

    @Test
    void aRefundTakesBackOfBothSidesAndIsPublished() {
        UUID deal = id();
        UUID partner = id();
        Billing.Line licence = licence(100_000);
        close(wonDeal(deal, partner, today().toString(), licence));
        awaitSplit(deal);
        LocalDate later = today().plusDays(40);
        UUID refund = refund(deal, partner, later.toString(), licence, 25_000);

        eventually().until(() -> payable(partner).equals(List.of(30_000)));
        assertEquals(
                List.of(
                        "SALE 40000 HELD " + today().withDayOfMonth(1),
                        "REFUND -10000 HELD " + later.withDayOfMonth(1)),
                accrualsOf(deal));
        KafkaProbe.Seen event = KafkaProbe.awaitEvent(
                "billing.split",
                "org.ninetyten.billing.split.adjusted.v1",
                data -> data.path("dealId").asText().equals(deal.toString()));
        Contracts.check(Contracts.ownSchema("split.adjusted.v1"), event.json());
        assertEquals(refund.toString(), event.data().path("refundId").asText());
        assertEquals(-10_000, event.data().path("partnerChangeMinor").asLong());
        assertEquals(45_000, event.data().path("vendorMinor").asLong());
    }

    @Test
    void theProducersExampleIsUnderstood() {
        UUID refund = UUID.fromString("0199f1d9-4400-7c3e-9b41-5a0c6a8e5901");
        KafkaProbe.send(
                "leadrouting.deal",
                "0199f1d3-1c00-7c3e-9b41-5a0c6a8e5001",
                Billing.DEAL_REFUNDED,
                Contracts.producerExample("lead-routing-service", "deal.refunded.v1"));

        eventually()
                .until(() -> database.first("select 1 from refund_line where refund_id = ?", row -> true, refund)
                        .isPresent());
    }

    @Test
    void theWholeGivenBackInPartsLeavesNothingAndReversesAllOfIt() {
        WonDeal deal = deal(333, Party.VENDOR);
        post.handle(deal);
        for (long part : List.of(1L, 100L, 31L, 201L)) {
            give(refundOf(deal, part, deal.invoiceDate().plusDays(3)));
        }

        assertEquals(Map.of(), balances(deal.partnerId()));
        assertTrue(accrualsOf(deal.dealId()).stream().allMatch(accrual -> accrual.contains(" REVERSED ")));
        assertEquals(5, database.query("""
                                select 1 from accrual_move m join accrual a on a.id = m.accrual_id
                                where a.deal_id = ? and m.to_state = 'REVERSED'""", row -> true, deal.dealId()).size());
    }

    @Test
    void aRefundAfterPayoutIsRecoveredAtMostHalfOfAStatement() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        post.handle(deal);
        payOut(deal.dealId());
        give(refundOf(deal, 50_000, deal.invoiceDate().plusDays(90)));

        assertEquals("REFUND -20000 CLEARED", accrualsOf(deal.dealId()).get(1).substring(0, 21));
        get(Tokens.partner(deal.partnerId()), "/v1/partners/{id}/recovery", deal.partnerId())
                .statusCode(200)
                .body("[0].owedMinor", equalTo(20_000))
                .body("[0].limitBasisPoints", equalTo(5_000))
                .body("[0].nextStatementTakesMinor", equalTo(0))
                .body("[0].debts[0].dealId", equalTo(deal.dealId().toString()));
        get(Tokens.partner(id()), "/v1/partners/{id}/recovery", deal.partnerId())
                .statusCode(404);
        UUID statement = id();
        List<Recoveries.Part> first = take(statement, deal, 30_001);
        assertEquals(15_000, first.getFirst().takenMinor());
        assertEquals(5_000, first.getFirst().remainingMinor());
        assertEquals(List.of(), take(statement, deal, 30_001), "a statement is asked once");
        assertEquals(5_000, recoveries.openOf(deal.partnerId()).getFirst().remainingMinor());

        List<Recoveries.Part> second = take(id(), deal, 1_000_000);
        assertEquals(5_000, second.getFirst().takenMinor());
        assertEquals(List.of(), recoveries.openOf(deal.partnerId()));
        assertEquals("REFUND -20000 STATED", accrualsOf(deal.dealId()).get(1).substring(0, 20));
    }

    @Test
    void afterTheClawBackWindowTheVendorBearsTheRefund() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        post.handle(deal);
        give(refundOf(deal, 10_000, deal.invoiceDate().plusMonths(12)));
        give(refundOf(deal, 10_000, deal.invoiceDate().plusMonths(12).plusDays(1)));

        assertEquals(Map.of("PARTNER_PAYABLE", -36_000L), balances(deal.partnerId()));
        assertEquals(
                List.of("AFTER_CLAW_BACK_WINDOW"),
                database.query(
                        "select zero_reason from accrual where deal_id = ? and zero_reason is not null",
                        row -> row.getString(1),
                        deal.dealId()));
    }

    @Test
    void aRefundThatComesBeforeItsDealWaitsForIt() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        give(refundOf(deal, 50_000, deal.invoiceDate().plusDays(3)));
        assertEquals(Map.of(), balances(deal.partnerId()));
        post.handle(deal);

        assertEquals(Map.of("PARTNER_PAYABLE", -20_000L), balances(deal.partnerId()));
    }

    @Test
    void aRefundThatWaitedAndDoesNotFitKeepsNoDealFromBeingSplit() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        give(refundOf(deal, 60_000, deal.invoiceDate().plusDays(3)));
        give(refundOf(deal, 60_000, deal.invoiceDate().plusDays(4)));
        give(refundOf(deal, 40_000, deal.invoiceDate().plusDays(5)));
        post.handle(deal);

        assertEquals(Map.of(), balances(deal.partnerId()));
        meters.lookForWaitingRefunds();
        assertTrue(RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("ninetyten_billing_refunds_waiting") && !line.endsWith(" 0.0")));
    }

    @Test
    void aRefundOfMoreThanWasPaidIsADeadLetter() {
        UUID deal = id();
        UUID partner = id();
        Billing.Line licence = licence(100_000);
        close(wonDeal(deal, partner, "2026-11-23", licence));
        awaitSplit(deal);
        UUID refund = refund(deal, partner, "2026-12-14", licence, 100_001);

        KafkaProbe.Seen letter = KafkaProbe.awaitEvent(
                "leadrouting.deal.billing-service.dlt",
                Billing.DEAL_REFUNDED,
                data -> data.path("refundId").asText().equals(refund.toString()));
        assertTrue(letter.headers().get("dead-letter-reason").contains("can't give back 100001"));
        assertEquals(List.of(40_000), payable(partner));
    }

    @Test
    void aLineIsVoidBeforeAnyStatementAndItsRefundsMoveTheVendorAlone() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        post.handle(deal);
        give(refundOf(deal, 50_000, deal.invoiceDate().plusDays(3)));
        UUID own = ownAccrual(deal);

        voided("finance", own).statusCode(200).body("state", equalTo("VOID"));
        assertEquals(Map.of(), balances(deal.partnerId()));
        assertTrue(accrualsOf(deal.dealId()).stream().allMatch(accrual -> accrual.contains(" VOID ")));
        give(refundOf(deal, 50_000, deal.invoiceDate().plusDays(5)));
        keepTier.handle(new TierChange(
                deal.partnerId(), 1, Tier.GOLD, deal.invoiceDate().minusDays(9), 1));
        assertEquals(Map.of(), balances(deal.partnerId()));
        assertEquals(
                List.of("LINE_IS_VOID"),
                database.query(
                        "select zero_reason from accrual where deal_id = ? and zero_reason is not null",
                        row -> row.getString(1),
                        deal.dealId()));

        voided("finance", own).statusCode(409);
        voided("finance", id()).statusCode(404);
        voided("finance-approver", own).statusCode(403);
        WonDeal paid = deal(100_000, Party.VENDOR);
        post.handle(paid);
        payOut(paid.dealId());
        voided("finance", ownAccrual(paid)).statusCode(409);
        assertEquals(Map.of("PARTNER_PAYABLE", -40_000L), balances(paid.partnerId()));
        asFinance("/v1/audit-records?object=accrual/{id}", own).body("items.what", equalTo(List.of("accrual.voided")));
    }

    private static io.restassured.response.ValidatableResponse voided(String role, UUID accrual) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(Map.of("why", "The order was made up."))
                .post("/v1/accruals/{id}/void", accrual)
                .then();
    }

    private UUID ownAccrual(WonDeal deal) {
        return database.first(
                        "select id from accrual where deal_id = ? and parent_id is null",
                        row -> row.getObject("id", UUID.class),
                        deal.dealId())
                .orElseThrow();
    }

    @Test
    void aRefundOfAFrozenLineIsFrozenAndReleasedWithIt() {
        WonDeal deal = deal(100_000, Party.VENDOR);
        post.handle(deal);
        UUID own = ownAccrual(deal);
        QuarkusTransaction.requiringNew()
                .run(() -> accruals.freeze(List.of(own), FreezeReason.FRAUD, null, "a test says so", "test"));
        give(refundOf(deal, 50_000, deal.invoiceDate().plusDays(3)));
        assertTrue(accrualsOf(deal.dealId()).stream().allMatch(accrual -> accrual.contains(" FROZEN ")));

        QuarkusTransaction.requiringNew().run(() -> accruals.release(List.of(own), "it was none", "test"));
        assertTrue(accrualsOf(deal.dealId()).stream().noneMatch(accrual -> accrual.contains(" FROZEN ")));
    }

    @Test
    void aDealClosedInTheLastSecondOfMarchHasTheTierAndTheStatementOfMarch() {
        UUID partner = id();
        keepTier.handle(new TierChange(partner, 1, Tier.CERTIFIED, LocalDate.parse("2026-01-01"), 1));
        // The tier changes on 1 April, and the deal of 31 March, 23:59:59 in Almaty, arrives on 3 April.
        keepTier.handle(new TierChange(partner, 2, Tier.GOLD, LocalDate.parse("2026-04-01"), 1));
        UUID deal = id();
        Map<String, Object> closed = wonDeal(deal, partner, "2026-03-31", licence(100_000));
        closed.put("closedAt", "2026-03-31T18:59:59Z");
        closed.put("timeZone", "Asia/Almaty");
        closed.put("occurredAt", "2026-04-03T09:00:00Z");
        close(closed);

        awaitSplit(deal).body("tier", equalTo("CERTIFIED")).body("partnerMinor", equalTo(45_000));
        assertTrue(accrualsOf(deal).getFirst().endsWith(" 2026-03-01"));
    }

    @Test
    void anyInterleavingAndRepetitionOfEventsGivesTheSameLedger() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Map<String, Long>> ledgers = new ArrayList<>();
            for (int order = 0; order < 3; order++) {
                WonDeal deal = deal(99_999, seed % 2 == 0 ? Party.VENDOR : Party.PARTNER);
                Refund early = refundOf(deal, 12_345, deal.invoiceDate().plusDays(5));
                Refund later = refundOf(deal, 54_321, deal.invoiceDate().plusDays(50));
                Refund late = refundOf(deal, 3_333, deal.invoiceDate().plusYears(2));
                TierChange gold = new TierChange(
                        deal.partnerId(), 1, Tier.GOLD, deal.invoiceDate().minusDays(9), 1);
                TierChange certified = new TierChange(
                        deal.partnerId(), 2, Tier.CERTIFIED, deal.invoiceDate().minusDays(2), 1);
                List<Runnable> events = new ArrayList<>();
                for (int repetition = 0; repetition < 2; repetition++) {
                    events.add(() -> post.handle(deal));
                    events.add(() -> give(early));
                    events.add(() -> give(later));
                    events.add(() -> give(late));
                    events.add(() -> keepTier.handle(gold));
                    events.add(() -> keepTier.handle(certified));
                }
                Collections.shuffle(events, random);
                events.forEach(Runnable::run);
                ledgers.add(balances(deal.partnerId()));
            }
            assertEquals(1, ledgers.stream().distinct().count(), "seed " + seed + ": " + ledgers);
            assertTrue(!ledgers.getFirst().isEmpty());
        }
    }

    private void give(Refund refund) {
        postRefund.handleAll(List.of(new Received<>(refund, null)));
    }

    private void payOut(UUID deal) {
        List<UUID> ids = database.query(
                "select id from accrual where deal_id = ?", row -> row.getObject("id", UUID.class), deal);
        QuarkusTransaction.requiringNew().run(() -> {
            for (AccrualState state : List.of(
                    AccrualState.CLEARED,
                    AccrualState.STATED,
                    AccrualState.PAYABLE,
                    AccrualState.PAYING,
                    AccrualState.PAID)) {
                accruals.move(ids, state, "a test pays out", "test");
            }
        });
    }

    private List<Recoveries.Part> take(UUID statement, WonDeal deal, long payable) {
        return QuarkusTransaction.requiringNew()
                .call(() -> recoveries.take(
                        List.of(new Recoveries.Statement(statement, deal.partnerId(), "EUR", payable, 5000)), "test"));
    }

    private List<String> accrualsOf(UUID deal) {
        return database.query("""
                select kind || ' ' || amount_minor || ' ' || state || ' ' || statement_period from accrual
                where deal_id = ? order by id""", row -> row.getString(1), deal);
    }

    private Map<String, Long> balances(UUID partner) {
        Map<String, Long> balances = new TreeMap<>();
        database.query("""
                select a.type, sum(p.amount_minor) as balance from posting p join account a on a.id = p.account_id
                where a.partner_id = ? group by a.type having sum(p.amount_minor) <> 0""", row -> balances.put(row.getString("type"), row.getLong("balance")), partner);
        return balances;
    }

    private static List<Integer> payable(UUID partner) {
        return asFinance("/v1/partners/{id}/balances", partner).extract().path("balances.payableMinor");
    }

    private static WonDeal deal(long net, Party billedBy) {
        return new WonDeal(
                id(),
                id(),
                id(),
                Sale.FIRST,
                EURO,
                today(),
                List.of(new DealLine(id(), IncomePoint.LICENCE, 1, net, net, 0, Party.VENDOR, billedBy)));
    }

    private static Refund refundOf(WonDeal deal, long net, LocalDate on) {
        return new Refund(
                id(),
                deal.dealId(),
                deal.partnerId(),
                EURO,
                on,
                "GOODWILL",
                List.of(new Refund.Line(deal.lines().getFirst().lineId(), net, 0)));
    }
}
