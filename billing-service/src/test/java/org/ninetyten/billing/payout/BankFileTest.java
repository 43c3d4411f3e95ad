package org.ninetyten.billing.payout;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.payout.PayoutScene.answer;
import static org.ninetyten.billing.payout.PayoutScene.camt;
import static org.ninetyten.billing.payout.PayoutScene.file;
import static org.ninetyten.billing.payout.PayoutScene.pain002;
import static org.ninetyten.billing.payout.PayoutScene.rate;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.CountingDatabase;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.testing.Tokens;

/** What a file of the bank does to payouts. Each test pays in a currency of its own. */
@QuarkusTest
class BankFileTest {

    @Inject
    PayoutScene scene;

    @Inject
    ApprovePayouts approve;

    @Inject
    SubmitPayouts submit;

    @Inject
    TakeBankFile take;

    @Inject
    Payouts payouts;

    @Inject
    DataSource source;

    /** A file that was sent twice is refused the second time: to pay again because of that would be to pay twice. */
    @Test
    void theRefusalOfARepeatedFileDoesNotMakeItsPayoutsPayableAgain() {
        List<Payout> told = told("GBP", "0.85", 2);
        String message = message(told);

        answer(report(message, "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf>", ""))
                .statusCode(200)
                .body("findings.problem", contains("TOLD_TWICE", "TOLD_TWICE"));
        answer(pain002(told.getFirst().endToEndId(), "RJCT", "DU04")).body("findings.problem", contains("TOLD_TWICE"));

        assertStates(told, PayoutState.SUBMITTED);
        told.forEach(payout -> assertEquals(Map.of("PAYING", 1L), scene.states(payout.partnerId())));
        answer(camt(told.getFirst().endToEndId(), "GBP", "900.00", "DBIT")).body("findings", hasSize(0));
        assertEquals(
                PayoutState.SETTLED,
                payouts.find(told.getFirst().id()).orElseThrow().state());
    }

    /** What failed is paid by another payout; the old file would pay it once more. */
    @Test
    void aFileIsNotGivenOutAgainOnceItsPayoutsAreAnswered() {
        Payout payout = told("HKD", "8.5", 1).getFirst();
        UUID batch = payouts.find(payout.id()).orElseThrow().batchId();
        file(batch.toString());

        answer(pain002(payout.endToEndId(), "RJCT", "AC04"));

        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .get("/v1/payout-batches/{id}/file", batch)
                .then()
                .statusCode(409)
                .body("code", equalTo("batch-answered"));
    }

    @Test
    void aRefusedFileRefusesAllItsPayouts() {
        List<Payout> told = told("PHP", "10", 2);

        answer(report(message(told), "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>", ""))
                .body("applied", equalTo(2))
                .body("findings", hasSize(0));

        assertStates(told, PayoutState.FAILED);
        assertEquals("FF01", payouts.find(told.getFirst().id()).orElseThrow().reason());
    }

    @Test
    void aRefusedInstructionWithoutPaymentsRefusesAllItsPayouts() {
        List<Payout> told = told("TRY", "10", 2);
        String message = message(told);

        answer(report(
                        message,
                        "<GrpSts>PART</GrpSts>",
                        "<OrgnlPmtInfAndSts><OrgnlPmtInfId>" + message
                                + "</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AC02</Cd></Rsn>"
                                + "</StsRsnInf></OrgnlPmtInfAndSts>"))
                .body("applied", equalTo(2));

        assertStates(told, PayoutState.FAILED);
        assertEquals("AC02", payouts.find(told.getFirst().id()).orElseThrow().reason());
    }

    @Test
    void oneFileSettlesSomeAndNamesWhatAPersonMustLookAt() {
        List<Payout> told = told("MXN", "10", 4);
        String other = "0123456789abcdef0123456789abcdef";
        answer(pain002(told.get(3).endToEndId(), "RJCT", "AC04"));

        answer(notification(
                        entry(transaction(told.get(0).endToEndId(), "MXN", "900.00")),
                        entry(transaction(told.get(0).endToEndId(), "MXN", "900.00")),
                        entry(transaction(told.get(1).endToEndId(), "MXN", "900.01")),
                        entry(transaction(told.get(2).endToEndId(), "USD", "900.00")),
                        entry(transaction(told.get(3).endToEndId(), "MXN", "900.00")),
                        entry(transaction(other, "MXN", "900.00")),
                        entry("")))
                .statusCode(200)
                .body("applied", equalTo(4))
                .body("repeated", equalTo(1))
                .body(
                        "findings.problem",
                        contains("OTHER_AMOUNT", "OTHER_AMOUNT", "CONTRADICTION", "UNKNOWN_PAYOUT", "UNKNOWN_PAYOUT"))
                .body("findings[3].endToEndId", equalTo(other))
                .body("findings[4].detail", containsString("names no payment"));

        assertEquals(
                List.of(PayoutState.SETTLED, PayoutState.SUBMITTED, PayoutState.SUBMITTED, PayoutState.FAILED),
                told.stream()
                        .map(payout -> payouts.find(payout.id()).orElseThrow().state())
                        .toList());
        assertEquals(-90_000, scene.balance(bank("MXN")));
    }

    /** Banks book a file as one entry; its sum is not that of each payment. */
    @Test
    void anEntryOfSeveralPaymentsSettlesEachOfThem() {
        List<Payout> told = told("BRL", "6", 2);

        answer(notification("<Ntry><Amt Ccy=\"BRL\">1800.00</Amt>"
                        + entryRest(told.stream()
                                .map(payout -> "<TxDtls><Refs><EndToEndId>" + payout.endToEndId()
                                        + "</EndToEndId></Refs></TxDtls>")
                                .collect(Collectors.joining()))))
                .body("findings", hasSize(0))
                .body("applied", equalTo(2));

        assertStates(told, PayoutState.SETTLED);
        assertEquals(-180_000, scene.balance(bank("BRL")));
    }

    @Test
    void whatComesBackAfterItWasSettledIsForAPerson() {
        Payout payout = told("ILS", "4", 1).getFirst();
        answer(camt(payout.endToEndId(), "ILS", "900.00", "DBIT"));

        answer(camt(payout.endToEndId(), "ILS", "900.00", "CRDT"))
                .body("findings.problem", contains("RETURNED_AFTER_SETTLEMENT"));
        assertEquals(
                PayoutState.SETTLED, payouts.find(payout.id()).orElseThrow().state());
    }

    @Test
    void aPayoutThatTheBankWasNotToldOfIsUnknownToItsFiles() {
        rate("ZAR", "20");
        UUID partner = scene.withAccount("ZAR");
        scene.payable(partner, "ZAR", 200_000);
        Payout draft = scene.only(scene.run(), partner);

        answer(camt(draft.endToEndId(), "ZAR", "2000.00", "DBIT"))
                .statusCode(200)
                .body("applied", equalTo(0))
                .body("findings.problem", contains("UNKNOWN_PAYOUT"));
        assertEquals(PayoutState.DRAFT, payouts.find(draft.id()).orElseThrow().state());
    }

    @Test
    void aFileThatIsCutOffOrNamesOutsideEntitiesIsRefusedWhole() {
        Payout payout = told("AUD", "1.6", 1).getFirst();
        String whole = camt(payout.endToEndId(), "AUD", "900.00", "DBIT");

        answer(whole.substring(0, whole.length() - 30))
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem("body"));
        answer("<!DOCTYPE Document [<!ENTITY key SYSTEM \"file:///etc/hostname\">]>"
                        + whole.replace(payout.endToEndId(), "&key;"))
                .statusCode(400)
                .body("errors.field", hasItem("body"));
        assertEquals(
                PayoutState.SUBMITTED, payouts.find(payout.id()).orElseThrow().state());
    }

    @Test
    void ofTheSameFileAtOnceOneIsNewAndItsPayoutsAreSettledOnce() throws Exception {
        List<Payout> told = told("CAD", "1.5", 3);
        String file = settling(told, "CAD");

        long fresh = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<TakeBankFile.Taken>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                // Half of them are the same file, and half say the same in other bytes.
                String bytes = i % 2 == 0 ? file : file + " ".repeat(i);
                all.add(() -> take.take(bytes, "finance"));
            }
            for (Future<TakeBankFile.Taken> taken : threads.invokeAll(all)) {
                assertTrue(taken.get().findings().isEmpty());
                fresh += taken.get().applied();
            }
        }

        assertStates(told, PayoutState.SETTLED);
        assertEquals(-270_000, scene.balance(bank("CAD")));
        assertTrue(fresh == 3 || fresh == 12, "the file that settled them says so each time: " + fresh);
    }

    @Test
    void theStatementsDontGrowWithTheAnswers() {
        List<Payout> one = told("NZD", "1.8", 1);
        List<Payout> many = told("SGD", "1.5", 25);
        CountingDatabase counting = new CountingDatabase(source);
        QuarkusMock.installMockForType(counting, Database.class);

        take.take(settling(one, "NZD"), "finance");
        int forOne = counting.statements();
        take.take(settling(many, "SGD"), "finance");

        assertEquals(forOne, counting.statements() - forOne);
        assertStates(many, PayoutState.SETTLED);
        asFinance("/v1/payouts/{id}", many.getLast().id()).body("state", equalTo("SETTLED"));
    }

    private List<Payout> told(String currency, String rate, int count) {
        rate(currency, rate);
        List<UUID> partners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID partner = scene.withAccount(currency);
            scene.payable(partner, currency, 90_000);
            partners.add(partner);
        }
        UUID run = scene.run();
        approve.approveRun(run, "finance-approver");
        submit.submit(Currency.getInstance(currency), "finance");
        return partners.stream().map(partner -> scene.only(run, partner)).toList();
    }

    private String message(List<Payout> told) {
        return payouts.batch(told.getFirst().batchId()).orElseThrow().messageId();
    }

    private void assertStates(List<Payout> told, PayoutState state) {
        told.forEach(payout ->
                assertEquals(state, payouts.find(payout.id()).orElseThrow().state()));
    }

    private static Account bank(String currency) {
        return Account.of(AccountType.BANK, Currency.getInstance(currency));
    }

    private static String settling(List<Payout> told, String currency) {
        return notification(told.stream()
                .map(payout -> entry(transaction(payout.endToEndId(), currency, "900.00")))
                .toArray(String[]::new));
    }

    private static String notification(String... entries) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
               <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr>
               <Ntfctn><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
               %s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""".formatted(UUID.randomUUID().toString().substring(0, 30), String.join("\n", entries));
    }

    private static String entry(String transactions) {
        return "<Ntry><Amt Ccy=\"EUR\">1.00</Amt>" + entryRest(transactions);
    }

    private static String entryRest(String transactions) {
        return "<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BkTxCd><Prtry><Cd>TRF</Cd></Prtry></BkTxCd>"
                + (transactions.isEmpty() ? "" : "<NtryDtls>" + transactions + "</NtryDtls>") + "</Ntry>";
    }

    private static String transaction(String endToEndId, String currency, String amount) {
        return "<TxDtls><Refs><EndToEndId>" + endToEndId + "</EndToEndId></Refs><Amt Ccy=\"" + currency + "\">" + amount
                + "</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>";
    }

    private static String report(String message, String group, String instructions) {
        String report = """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
               <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr>
               <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</OrgnlGrpInfAndSts>
               %s</CstmrPmtStsRpt></Document>""".formatted(UUID.randomUUID().toString().substring(0, 30), message, group, instructions);
        assertEquals(Optional.empty(), IsoSchema.STATUS_REPORT.complaint(report));
        return report;
    }
}
