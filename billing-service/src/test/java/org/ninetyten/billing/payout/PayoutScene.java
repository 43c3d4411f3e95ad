package org.ninetyten.billing.payout;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.ninetyten.testing.Tokens;

/** What tests of payouts need: partners with accounts and money, runs, and a bank that answers. */
@ApplicationScoped
class PayoutScene {

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
    Payouts payouts;

    UUID run() {
        UUID run = draft.start("finance");
        finish(run);
        return run;
    }

    void finish(UUID run) {
        while (draft.portionOf(run)) {
            // There may be more.
        }
    }

    List<Payout> of(UUID run, UUID partner) {
        return payouts.list(partner, null, run, null, 10);
    }

    Payout only(UUID run, UUID partner) {
        List<Payout> found = of(run, partner);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    UUID withAccount(String currency) {
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

    static void rate(String currency, String rate) {
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
    void payable(UUID partner, String currency, long minor) {
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

    Map<String, Long> states(UUID partner) {
        Map<String, Long> states = new java.util.TreeMap<>();
        database.query(
                "select state, count(*) as n from accrual where partner_id = ? group by 1",
                row -> states.put(row.getString("state"), row.getLong("n")),
                partner);
        return states;
    }

    long balance(Account account) {
        return database.first(
                        "select coalesce(sum(amount_minor), 0) from posting p join account a on a.id = p.account_id"
                                + " where a.code = ?",
                        row -> row.getLong(1),
                        account.code())
                .orElse(0L);
    }

    static String submitted(String currency) {
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

    static String file(String batch) {
        String file = given().auth()
                .oauth2(Tokens.vendor("finance"))
                .get("/v1/payout-batches/{id}/file", batch)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
        assertEquals(Optional.empty(), IsoSchema.CREDIT_TRANSFER.complaint(file));
        return file;
    }

    static ValidatableResponse approveAs(UUID payout, String role) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .post("/v1/payouts/{id}/approve", payout)
                .then();
    }

    static ValidatableResponse reconcile(UUID payout, String role, String body) {
        return given().auth()
                .oauth2(Tokens.vendor(role))
                .contentType("application/json")
                .body(body)
                .post("/v1/payouts/{id}/reconcile", payout)
                .then();
    }

    static ValidatableResponse answer(String xml) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/xml")
                .body(xml)
                .post("/v1/bank-files")
                .then();
    }

    static String camt(String endToEndId, String currency, String amount, String side) {
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

    static String pain002(String endToEndId, String status, String reason) {
        String report = """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
               <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr>
               <OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
               <OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId>
               <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>
               <StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts>
               </CstmrPmtStsRpt></Document>""".formatted(UUID.randomUUID().toString().substring(0, 30), endToEndId, status, reason);
        assertEquals(Optional.empty(), IsoSchema.STATUS_REPORT.complaint(report));
        return report;
    }

    static void refused(String code, Runnable action) {
        try {
            action.run();
        } catch (ProblemException e) {
            assertEquals(code, e.type().code());
            return;
        }
        throw new AssertionError("was not refused: " + code);
    }
}
