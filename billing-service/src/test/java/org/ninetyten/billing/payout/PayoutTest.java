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
import static org.ninetyten.billing.payout.PayoutScene.answer;
import static org.ninetyten.billing.payout.PayoutScene.approveAs;
import static org.ninetyten.billing.payout.PayoutScene.camt;
import static org.ninetyten.billing.payout.PayoutScene.file;
import static org.ninetyten.billing.payout.PayoutScene.pain002;
import static org.ninetyten.billing.payout.PayoutScene.rate;
import static org.ninetyten.billing.payout.PayoutScene.reconcile;
import static org.ninetyten.billing.payout.PayoutScene.refused;
import static org.ninetyten.billing.payout.PayoutScene.submitted;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
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
import org.ninetyten.billing.bank.BankAccount;
import org.ninetyten.billing.bank.ChangeBankDetails;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

/** Each test pays in a currency of its own, so that none takes another's payouts into its file. */
@QuarkusTest
class PayoutTest {

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

    @Inject
    PayoutScene scene;

    @Test
    void moneyLeavesOnceAndTheBankHasTheLastWord() {
        UUID partner = scene.withAccount("SEK");
        rate("SEK", "11.00");
        scene.payable(partner, "SEK", 700_000);
        scene.payable(partner, "SEK", 300_000);
        UUID run = scene.run();
        Payout payout = scene.only(run, partner);
        assertEquals(1_000_000, payout.amountMinor());

        approveAs(payout.id(), "finance").statusCode(403);
        approveAs(payout.id(), "finance-approver").statusCode(200).body("state", equalTo("APPROVED"));
        String batch = submitted("SEK");
        String file = file(batch);
        assertTrue(file.contains("<EndToEndId>" + payout.endToEndId() + "</EndToEndId>"), file);
        assertTrue(file.contains("Ccy=\"SEK\">10000.00<"), file);
        assertEquals(file, file(batch), "a lost file is sent again as it was");
        assertEquals(-1_000_000, scene.balance(Account.of(AccountType.BANK_CLEARING, Currency.getInstance("SEK"))));

        String answer = camt(payout.endToEndId(), "SEK", "10000.00", "DBIT");
        answer(answer).statusCode(200).body("isNew", equalTo(true)).body("applied", equalTo(1));
        answer(answer).statusCode(200).body("isNew", equalTo(false)).body("applied", equalTo(1));

        asFinance("/v1/payouts/{id}", payout.id())
                .body("state", equalTo("SETTLED"))
                .body("lines", hasSize(2))
                .body("approvedBy", hasItem("finance-approver"));
        assertEquals(0, scene.balance(Account.of(AccountType.BANK_CLEARING, Currency.getInstance("SEK"))));
        assertEquals(0, scene.balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance("SEK"))));
        assertEquals(Map.of("PAID", 2L), scene.states(partner));
        KafkaProbe.awaitEvent(
                "billing.payout",
                "org.ninetyten.billing.payout.settled.v1",
                data -> data.path("payoutId").asText().equals(payout.id().toString())
                        && data.path("amountMinor").asLong() == 1_000_000);
    }

    @Test
    void aRefusedPayoutIsPayableAgainAndPaidByAnother() {
        UUID partner = scene.withAccount("AED");
        rate("AED", "11.50");
        scene.payable(partner, "AED", 900_000);
        Payout first = scene.only(scene.run(), partner);
        approve.approve(first.id(), "finance-approver");
        submitted("AED");

        answer(pain002(first.endToEndId(), "RJCT", "AC04")).statusCode(200).body("findings", hasSize(0));

        asFinance("/v1/payouts/{id}", first.id())
                .body("state", equalTo("FAILED"))
                .body("reason", equalTo("AC04"));
        assertEquals(Map.of("PAYABLE", 1L), scene.states(partner));
        assertEquals(
                -900_000, scene.balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance("AED"))));
        Payout second = scene.only(scene.run(), partner);
        assertFalse(second.id().equals(first.id()));
        answer(camt(first.endToEndId(), "AED", "9000.00", "DBIT")).body("findings.problem", hasItem("CONTRADICTION"));
    }

    @Test
    void aLostAnswerEndsAsUnknownAndIsReconciledBySomebodyElse() {
        UUID partner = scene.withAccount("DKK");
        rate("DKK", "7.46");
        scene.payable(partner, "DKK", 800_000);
        Payout payout = scene.only(scene.run(), partner);
        approve.approve(payout.id(), "finance-approver");
        submitted("DKK");
        database.update(
                "update payout set submitted_at = submitted_at - interval '80 hours' where id = ?", payout.id());

        follow.look();

        asFinance("/v1/payouts/{id}", payout.id()).body("state", equalTo("UNKNOWN"));
        scene.run();
        assertEquals(Map.of("PAYING", 1L), scene.states(partner), "what is unknown is not paid again");
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"SETTLED\"}").statusCode(400);
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"SETTLED\", \"evidence\": \"Statement 117\"}")
                .statusCode(200)
                .body("state", equalTo("SETTLED"))
                .body("evidence", equalTo("Statement 117"));
        reconcile(payout.id(), "finance-approver", "{\"outcome\": \"FAILED\", \"evidence\": \"x\"}")
                .statusCode(409);
        assertEquals(Map.of("PAID", 1L), scene.states(partner));
    }

    @Test
    void aboveTheLimitTwoPeopleApproveAndNobodyTheirOwn() {
        UUID partner = scene.withAccount("EUR");
        scene.payable(partner, "EUR", 1_000_001);
        UUID runId = draft.start("treasurer");
        scene.finish(runId);
        Payout payout = scene.only(runId, partner);
        assertEquals(2, payout.approvals());

        refused("own-payout", () -> approve.approve(payout.id(), "treasurer"));
        assertEquals(PayoutState.DRAFT, approve.approve(payout.id(), "ann").state());
        refused("approved-before", () -> approve.approve(payout.id(), "ann"));
        assertEquals(PayoutState.APPROVED, approve.approve(payout.id(), "bob").state());
        refused("illegal-state", () -> approve.approve(payout.id(), "carol"));

        assertEquals(
                PayoutState.CANCELLED,
                approve.cancel(payout.id(), "wrong month", "ann").state());
        assertEquals(Map.of("PAYABLE", 1L), scene.states(partner));
        refused("illegal-state", () -> approve.cancel(payout.id(), "again", "ann"));
    }

    @Test
    void whatIsLittleRollsOverUntilItHasWaitedTooLongAndWithoutAccountNothingLeaves() {
        UUID little = scene.withAccount("EUR");
        scene.payable(little, "EUR", 4_999);
        UUID homeless = id();
        scene.payable(homeless, "EUR", 50_000);
        UUID owing = scene.withAccount("EUR");
        scene.payable(owing, "EUR", 10_000);
        scene.payable(owing, "EUR", -10_000);
        UUID run = scene.run();

        assertTrue(scene.of(run, little).isEmpty());
        assertTrue(scene.of(run, homeless).isEmpty());
        assertTrue(scene.of(run, owing).isEmpty());
        asFinance("/v1/payout-runs/{id}", run).body("done", equalTo(true));

        database.update(
                "update accrual set state_since = state_since - interval '13 months' where partner_id = ?", little);
        Payout forced = scene.only(scene.run(), little);
        assertTrue(forced.forced());
        approve.cancel(forced.id(), "test", "ann");
    }

    @Test
    void aPayoutThatFailsDoesNotMakeWhatIsLittleWaitAnew() {
        UUID little = scene.withAccount("EUR");
        scene.payable(little, "EUR", 4_999);
        database.update("""
                insert into accrual_move (accrual_id, from_state, to_state, at, why, by)
                select id, 'STATED', 'PAYABLE', now() - interval '13 months', 'test', 'test' from accrual
                 where partner_id = ?""", little);
        Payout first = scene.only(scene.run(), little);
        approve.cancel(first.id(), "wrong account", "ann");

        Payout second = scene.only(scene.run(), little);

        assertTrue(second.forced());
        approve.cancel(second.id(), "test", "ann");
    }

    @Test
    void payoutsWithoutAnAccountDontKeepOthersFromBeingSubmitted() {
        rate("CNY", "8");
        UUID closed = scene.withAccount("CNY");
        UUID open = scene.withAccount("CNY");
        scene.payable(closed, "CNY", 60_000);
        scene.payable(open, "CNY", 60_000);
        UUID run = scene.run();
        Payout waiting = scene.only(run, closed);
        Payout ready = scene.only(run, open);
        approve.approve(waiting.id(), "finance-approver");
        approve.approve(ready.id(), "finance-approver");
        database.update("update bank_detail set usable_from = now() + interval '1 day' where partner_id = ?", closed);

        List<Payout> told = QuarkusTransaction.requiringNew().call(() -> payouts.lockApproved("CNY", Instant.now(), 1));

        assertEquals(List.of(ready.id()), told.stream().map(Payout::id).toList());
        approve.cancel(waiting.id(), "test", "ann");
        approve.cancel(ready.id(), "test", "ann");
    }

    @Test
    void theFilePaysIntoTheAccountThatIsUsableWhenItIsMade() {
        rate("THB", "36");
        UUID partner = scene.withAccount("THB");
        scene.payable(partner, "THB", 500_000);
        Payout payout = scene.only(scene.run(), partner);
        approve.approve(payout.id(), "finance-approver");
        var resting = bank.propose(
                partner,
                Currency.getInstance("THB"),
                BankAccount.ofIban("Beispiel GmbH", "FR1420041010050500013M02606", "BNPAFRPP"),
                "ann");
        bank.confirm(resting.id(), "bob");

        String file = file(submitted("THB"));

        assertTrue(file.contains("<IBAN>DE89370400440532013000</IBAN>"), "a change that rests is not used");
        assertFalse(file.contains("FR1420041010050500013M02606"), file);
    }

    @Test
    void ofFilesMadeAtOnceOneNamesThePayout() throws Exception {
        rate("INR", "90");
        UUID partner = scene.withAccount("INR");
        scene.payable(partner, "INR", 900_000);
        Payout payout = scene.only(scene.run(), partner);
        approve.approve(payout.id(), "finance-approver");

        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(() -> {
                    try {
                        submit.submit(Currency.getInstance("INR"), "finance");
                        return "told";
                    } catch (ProblemException e) {
                        return e.type().code();
                    }
                });
            }
            threads.invokeAll(all).forEach(future -> outcomes.add(future.resultNow()));
        }

        assertEquals(1, outcomes.stream().filter("told"::equals).count(), outcomes.toString());
        assertEquals(5, outcomes.stream().filter("nothing-to-submit"::equals).count(), outcomes.toString());
        assertEquals(-900_000, scene.balance(Account.of(AccountType.BANK_CLEARING, Currency.getInstance("INR"))));
    }

    @Test
    void aHundredRunsAtOncePayEachPayableOnce() throws Exception {
        rate("CZK", "25.00");
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID partner = scene.withAccount("CZK");
            scene.payable(partner, "CZK", 200_000);
            scene.payable(partner, "CZK", 300_000);
            partners.add(partner);
        }
        List<UUID> runs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            runs.add(draft.start("finance"));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            runs.forEach(run -> all.add(() -> {
                scene.finish(run);
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
        UUID partner = scene.withAccount(currency);
        scene.payable(partner, currency, 100_000);
        long before = scene.balance(Account.of(AccountType.BANK, Currency.getInstance(currency)));

        UUID run = draft.start("finance");
        step(chance, () -> draft.portionOf(run));
        scene.finish(run);
        Payout payout = scene.only(run, partner);
        step(chance, () -> approve.approve(payout.id(), "finance-approver"));
        step(chance, () -> submit.submit(Currency.getInstance(currency), "finance"));
        UUID batch = payouts.find(payout.id()).orElseThrow().batchId();
        step(chance, () -> submit.file(batch));
        String answer = camt(payout.endToEndId(), currency, "1000.00", "DBIT");
        step(chance, () -> take.take(answer, "finance"));

        assertEquals(
                PayoutState.SETTLED, payouts.find(payout.id()).orElseThrow().state());
        assertEquals(Map.of("PAID", 1L), scene.states(partner));
        assertEquals(1, payouts.list(partner, null, null, null, 10).size());
        assertEquals(
                0, scene.balance(Account.of(AccountType.PARTNER_PAYABLE, partner, Currency.getInstance(currency))));
        assertEquals(before - 100_000, scene.balance(Account.of(AccountType.BANK, Currency.getInstance(currency))));
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
        UUID partner = scene.withAccount("HUF");
        rate("HUF", "400");
        scene.payable(partner, "HUF", 9_000_000);
        Payout payout = scene.only(scene.run(), partner);
        approve.approve(payout.id(), "finance-approver");
        submitted("HUF");

        answer(camt(payout.endToEndId(), "HUF", "89999.00", "DBIT")).body("findings.problem", hasItem("OTHER_AMOUNT"));
        asFinance("/v1/payouts/{id}", payout.id()).body("state", equalTo("SUBMITTED"));
    }

    @Test
    void anotherPartnersPayoutIsNotThere() {
        UUID partner = scene.withAccount("EUR");
        scene.payable(partner, "EUR", 60_000);
        Payout payout = scene.only(scene.run(), partner);

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
}
