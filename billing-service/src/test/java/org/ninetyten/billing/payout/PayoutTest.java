package org.ninetyten.billing.payout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.bank.BankAccount;
import org.ninetyten.billing.bank.ChangeBankDetails;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

/** Each test pays in a currency of its own, so that none takes another's payouts into its file. */
@QuarkusTest
class PayoutTest {

    @Inject
    Accruals accruals;

    @Inject
    Ledger ledger;

    @Inject
    ChangeBankDetails bank;

    @Inject
    Database database;

    @Inject
    DraftPayouts draft;

    @Inject
    ApprovePayouts approve;

    @Inject
    SubmitPayouts submit;

    @Inject
    FollowPayouts follow;

    @Inject
    TakeBankFile take;

    @Inject
    Payouts payouts;

    @Test
    void moneyLeavesOnceAndTheBankHasTheLastWord() {
        UUID partner = withAccount("SEK");
        rate("SEK", "11.00");
        payable(partner, "SEK", 700_000);
        payable(partner, "SEK", 300_000);
        UUID run = run();
        Payout payout = only(run, partner);
        assertEquals(1_000_000, payout.amountMinor());

        approveAs(payout.id(), "finance").statusCode(403);
        approveAs(payout.id(), "finance-approver").statusCode(200).body("state", equalTo("APPROVED"));
        String batch = submitted("SEK");
        String file = file(batch);
        assertTrue(file.contains("<EndToEndId>" + payout.endToEndId() + "</EndToEndId>"), file);
        assertTrue(file.contains("Ccy=\"SEK\">10000.00<"), file);
        assertEquals(file, file(batch), "a lost file is sent again as it was");
        assertEquals(-1_000_000, balance(Account.of(AccountType.BANK_CLEARING, Currency.getInstance("SEK"))));

        String answer = camt(payout.endToEndId(), "SEK", "10000.00", "DBIT");
        answer(answer).statusCode(200).body("isNew", equalTo(true)).body("applied", equalTo(1));
        answer(answer).statusCode(200).body("isNew", equalTo(false)).body("applied", equalTo(1));

        asFinance("/v1/payouts/{id}", payout.id())
                .body("state", equalTo("SETTLED"))
                .body("lines", hasSize(2))
                .body("approvedBy", hasItem("finance-approver"));
        assertEquals(0, balance(Account.of(AccountType.BANK_CLEARING, Currency.getInstance("SEK"))));
        assertEquals(0, balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance("SEK"))));
        assertEquals(Map.of("PAID", 2L), states(partner));
        KafkaProbe.awaitEvent(
                "billing.payout",
                "org.ninetyten.billing.payout.settled.v1",
                data -> data.path("payoutId").asText().equals(payout.id().toString())
                        && data.path("amountMinor").asLong() == 1_000_000);
    }

    @Test
    void aRefusedPayoutIsPayableAgainAndPaidByAnother() {
        UUID partner = withAccount("NOK");
        rate("NOK", "11.50");
        payable(partner, "NOK", 900_000);
        Payout first = only(run(), partner);
        approve.approve(first.id(), "finance-approver");
        submitted("NOK");

        answer(pain002(first.endToEndId(), "RJCT", "AC04")).statusCode(200).body("findings", hasSize(0));

        asFinance("/v1/payouts/{id}", first.id())
                .body("state", equalTo("FAILED"))
                .body("reason", equalTo("AC04"));
        assertEquals(Map.of("PAYABLE", 1L), states(partner));
        assertEquals(-900_000, balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance("NOK"))));
        Payout second = only(run(), partner);
        assertFalse(second.id().equals(first.id()));
        answer(camt(first.endToEndId(), "NOK", "9000.00", "DBIT")).body("findings.problem", hasItem("CONTRADICTION"));
    }

    @Test
    void aLostAnswerEndsAsUnknownAndIsReconciledBySomebodyElse() {
        UUID partner = withAccount("DKK");
        rate("DKK", "7.46");
        payable(partner, "DKK", 800_000);
        Payout payout = only(run(), partner);
        approve.approve(payout.id(), "finance-approver");
        submitted("DKK");
        database.update(
                "update payout set submitted_at = submitted_at - interval '80 hours' where id = ?", payout.id());

        follow.look();

        asFinance("/v1/payouts/{id}", payout.id()).body("state", equalTo("UNKNOWN"));
        run();
        assertEquals(Map.of("PAYING", 1L), states(partner), "what is unknown is not paid again");
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"SETTLED\"}").statusCode(400);
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"SETTLED\", \"evidence\": \"Statement 117\"}")
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("evidence", equalTo("Statement 117"));
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"FAILED\", \"evidence\": \"x\"}")
                .statusCode(409);
        assertEquals(Map.of("PAID", 1L), states(partner));
    }

    @Test
    void aboveTheLimitTwoPeopleApproveAndNobodyTheirOwn() {
        UUID partner = withAccount("EUR");
        payable(partner, "EUR", 1_000_001);
        UUID runId = draft.start("treasurer");
        finish(runId);
        Payout payout = only(runId, partner);
        assertEquals(2, payout.approvals());

        refused("own-payout", () -> approve.approve(payout.id(), "treasurer"));
        assertEquals(PayoutState.DRAFT, approve.approve(payout.id(), "ann").state());
        refused("approved-before", () -> approve.approve(payout.id(), "ann"));
        assertEquals(PayoutState.APPROVED, approve.approve(payout.id(), "bob").state());
        refused("illegal-state", () -> approve.approve(payout.id(), "carol"));

        assertEquals(
                PayoutState.CANCELLED,
                approve.cancel(payout.id(), "wrong month", "ann").state());
        assertEquals(Map.of("PAYABLE", 1L), states(partner));
        refused("illegal-state", () -> approve.cancel(payout.id(), "again", "ann"));
    }

    @Test
    void whatIsLittleRollsOverUntilItHasWaitedTooLongAndWithoutAccountNothingLeaves() {
        UUID little = withAccount("EUR");
        payable(little, "EUR", 4_999);
        UUID homeless = id();
        payable(homeless, "EUR", 50_000);
        UUID owing = withAccount("EUR");
        payable(owing, "EUR", 10_000);
        payable(owing, "EUR", -10_000);
        UUID run = run();

        assertTrue(of(run, little).isEmpty());
        assertTrue(of(run, homeless).isEmpty());
        assertTrue(of(run, owing).isEmpty());
        asFinance("/v1/payout-runs/{id}", run).body("done", equalTo(true));

        database.update(
                "update accrual set state_since = state_since - interval '13 months' where partner_id = ?", little);
        Payout forced = only(run(), little);
        assertTrue(forced.forced());
        approve.cancel(forced.id(), "test", "ann");
    }

    @Test
    void aHundredRunsAtOncePayEachPayableOnce() throws Exception {
        rate("CZK", "25.00");
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID partner = withAccount("CZK");
            payable(partner, "CZK", 200_000);
            payable(partner, "CZK", 300_000);
            partners.add(partner);
        }
        List<UUID> runs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            runs.add(draft.start("finance"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            runs.forEach(run -> all.add(() -> {
                finish(run);
                return true;
            }));
            threads.invokeAll(all).forEach(future -> assertTrue(future.resultNow()));
        }

        for (UUID partner : partners) {
            List<Payout> paid = payouts.list(partner, null, null, null, 10);
            assertEquals(1, paid.size());
            assertEquals(500_000, paid.getFirst().amountMinor());
            assertEquals(2, payouts.lines(paid.getFirst().id()).size());
        }
    }

    /** A kill before a commit undoes the step; a kill after it makes the step come again. Both in an order by the seed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aProcessKilledAtAnyStepNeitherLosesNorDoublesAPayout(int seed) {
        Random chance = new Random(seed);
        String currency = "PLN";
        rate(currency, "4.30");
        UUID partner = withAccount(currency);
        payable(partner, currency, 100_000);
        long before = balance(Account.of(AccountType.BANK, Currency.getInstance(currency)));

        UUID run = draft.start("finance");
        step(chance, () -> draft.portionOf(run));
        finish(run);
        Payout payout = only(run, partner);
        step(chance, () -> approve.approve(payout.id(), "finance-approver"));
        step(chance, () -> submit.submit(Currency.getInstance(currency), "finance"));
        UUID batch = payouts.find(payout.id()).orElseThrow().batchId();
        step(chance, () -> submit.file(batch));
        String answer = camt(payout.endToEndId(), currency, "1000.00", "DBIT");
        step(chance, () -> take.take(answer, "finance"));

        assertEquals(
                PayoutState.SETTLED, payouts.find(payout.id()).orElseThrow().state());
        assertEquals(Map.of("PAID", 1L), states(partner));
        assertEquals(1, payouts.list(partner, null, null, null, 10).size());
        assertEquals(0, balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance(currency))));
        assertEquals(before - 100_000, balance(Account.of(AccountType.BANK, Currency.getInstance(currency))));
    }

    private static void step(Random chance, Runnable step) {
        int killed = chance.nextInt(3);
        for (int i = 0; i < killed; i++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    step.run();
                    throw new Killed();
                });
            } catch (Killed e) {
                // The process is gone, and with it what it had not committed.
            }
        }
        step.run();
        for (int i = chance.nextInt(2); i > 0; i--) {
            try {
                step.run();
            } catch (ProblemException e) {
                assertEquals(409, e.type().status(), "a step that is done already is refused, or changes nothing");
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatTheBankSaysOfNothingThatWeKnowIsAFindingAndOtherTextIsRefused() {
        answer(camt("0123456789abcdef0123456789abcdef", "EUR", "1.00", "DBIT"))
                .statusCode(200)
                .body("applied", equalTo(0))
                .body("findings.problem", hasItem("UNKNOWN_PAYOUT"));
        answer("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08\"/>")
                .statusCode(400)
                .body("detail", containsString("pain.002.001.10 or camt.054.001.08"));
        answer("no xml at all").statusCode(400);
    }

    @Test
    void anotherAmountIsAFindingAndMovesNothing() {
        UUID partner = withAccount("HUF");
        rate("HUF", "400");
        payable(partner, "HUF", 9_000_000);
        Payout payout = only(run(), partner);
        approve.approve(payout.id(), "finance-approver");
        submitted("HUF");

        answer(camt(payout.endToEndId(), "HUF", "89999.00", "DBIT")).body("findings.problem", hasItem("OTHER_AMOUNT"));
        asFinance("/v1/payouts/{id}", payout.id()).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void anotherPartnersPayoutIsNotThere() {
        UUID partner = withAccount("EUR");
        payable(partner, "EUR", 60_000);
        Payout payout = only(run(), partner);

        given().auth()
                .oauth2(Tokens.partner(id()))
                .get("/v1/payouts/{id}", payout.id())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.partner(partner))
                .get("/v1/payouts/{id}", payout.id())
                .then()
                .statusCode(200)
                .body("amountMinor", equalTo(60_000))
                .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("draftedBy")));
        given().auth()
                .oauth2(Tokens.partner(partner))
                .queryParam("partnerId", id())
                .get("/v1/payouts")
                .then()
                .statusCode(404);
        approve.cancel(payout.id(), "test", "ann");
    }

    private static void refused(String code, Runnable action) {
        try {
            action.run();
        } catch (ProblemException e) {
            assertEquals(code, e.type().code());
            return;
        }
        throw new AssertionError("was not refused: " + code);
    }

    private UUID run() {
        UUID run = draft.start("finance");
        finish(run);
        return run;
    }

    private void finish(UUID run) {
        while (draft.portionOf(run)) {
            // There may be more.
        }
    }

    private List<Payout> of(UUID run, UUID partner) {
        return payouts.list(partner, null, run, null, 10);
    }

    private Payout only(UUID run, UUID partner) {
        List<Payout> found = of(run, partner);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private UUID withAccount(String currency) {
        UUID partner = id();
        var proposed = bank.propose(
                partner,
                Currency.getInstance(currency),
                BankAccount.ofIban("Beispiel GmbH", "DE89370400440532013000", "COBADEFFXXX"),
                "ann");
        bank.confirm(proposed.id(), "bob");
        database.update("update bank_detail set usable_from = now() - interval '1 hour' where id = ?", proposed.id());
        return partner;
    }

    private void rate(String currency, String rate) {
        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(Map.of(
                        "source",
                        "A bank",
                        "base",
                        "EUR",
                        "quote",
                        currency,
                        "on",
                        Billing.today().minusDays(1).toString(),
                        "rate",
                        rate,
                        "why",
                        "test"))
                .post("/v1/exchange-rates")
                .then()
                .statusCode(200);
    }

    /** What a statement has made payable, booked as it would be. */
    private void payable(UUID partner, String currency, long minor) {
        QuarkusTransaction.requiringNew().run(() -> {
            Currency of = Currency.getInstance(currency);
            Instant now = Instant.now();
            UUID entry = id();
            UUID deal = id();
            ledger.post(
                    new JournalEntry(
                            entry,
                            JournalEntry.Kind.DEAL_SPLIT,
                            deal,
                            1,
                            Billing.today(),
                            "test",
                            List.of(
                                    new Posting(Account.of(AccountType.CUSTOMER_RECEIVABLE, of), minor),
                                    new Posting(Account.of(AccountType.PARTNER_PAYABLE, partner, of), -minor))),
                    now);
            UUID accrual = id();
            accruals.addAll(List.of(new Accrual(
                    accrual,
                    partner,
                    Accrual.Kind.SALE,
                    null,
                    deal,
                    id(),
                    "IMPLEMENTATION",
                    null,
                    null,
                    null,
                    Billing.today(),
                    of,
                    minor,
                    null,
                    null,
                    entry,
                    now,
                    AccrualState.CLEARED,
                    null)));
            accruals.move(List.of(accrual), AccrualState.STATED, "test", "test");
            accruals.move(List.of(accrual), AccrualState.PAYABLE, "test", "test");
        });
    }

    private Map<String, Long> states(UUID partner) {
        Map<String, Long> states = new java.util.TreeMap<>();
        database.query(
                "select state, count(*) as n from accrual where partner_id = ? group by 1",
                row -> states.put(row.getString("state"), row.getLong("n")),
                partner);
        return states;
    }

    private long balance(Account account) {
        return database.first(
                        "select coalesce(sum(amount_minor), 0) from posting p join account a on a.id = p.account_id"
                                + " where a.code = ?",
                        row -> row.getLong(1),
                        account.code())
                .orElse(0L);
    }

    private static String submitted(String currency) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(Map.of("currency", currency))
                .post("/v1/payout-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String file(String batch) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .get("/v1/payout-batches/{id}/file", batch)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
    }

    private static ValidatableResponse approveAs(UUID payout, String role) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .post("/v1/payouts/{id}/approve", payout)
                .then();
    }

    private static ValidatableResponse reconcile(UUID payout, String role, String body) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(body)
                .post("/v1/payouts/{id}/reconcile", payout)
                .then();
    }

    private static ValidatableResponse answer(String xml) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/xml")
                .body(xml)
                .post("/v1/bank-files")
                .then();
    }

    private static String camt(String endToEndId, String currency, String amount, String side) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
               <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr>
               <Ntfctn><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
               <Ntry><Amt Ccy="%3$s">%4$s</Amt><CdtDbtInd>%5$s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
               <BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>
               <NtryDtls><TxDtls><Refs><EndToEndId>%2$s</EndToEndId></Refs><Amt Ccy="%3$s">%4$s</Amt>
               <CdtDbtInd>%5$s</CdtDbtInd></TxDtls></NtryDtls></Ntry></Ntfctn>
               </BkToCstmrDbtCdtNtfctn></Document>""".formatted(UUID.randomUUID().toString().substring(0, 30), endToEndId, currency, amount, side);
    }

    private static String pain002(String endToEndId, String status, String reason) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
               <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr>
               <OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
               <OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId>
               <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>
               <StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>
               </CstmrPmtStsRpt></Document>""".formatted(UUID.randomUUID().toString().substring(0, 30), endToEndId, status, reason);
    }
}
