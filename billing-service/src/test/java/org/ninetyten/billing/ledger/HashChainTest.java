package org.ninetyten.billing.ledger;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.BillingServers;
import org.ninetyten.billing.ledger.LedgerVerification.Finding;
import org.ninetyten.billing.ledger.LedgerVerification.Kind;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class HashChainTest {

    @Inject
    Ledger ledger;

    @Inject
    SealEntries seal;

    @Inject
    VerifyLedger verify;

    @Inject
    ChainRows chain;

    @Test
    void whatIsBookedIsSealedAndIntact() {
        post(10);
        long before = chain.head().position();
        seal.sealAll();
        post(20);

        LedgerVerification verification = verify.handle("a test");

        assertTrue(verification.intact(), verification.toString());
        assertTrue(verification.headPosition() > before);
        assertEquals(verification.sealed(), verification.headPosition());
        assertEquals(1, verification.waiting());
    }

    @Test
    void anEntryThatCommitsLateIsSealedLateAndNotSkipped() {
        UUID late = id();
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.post(reimbursement(late, 10), Instant.now());
            CompletableFuture.runAsync(() -> {
                        post(20);
                        seal.sealAll();
                    })
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
        long before = chain.head().position();

        seal.sealAll();

        assertEquals(before + 1, chain.head().position());
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void aChangedPostingIsFoundAndNamed() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();

        tamper("update posting set amount_minor = amount_minor * 2 where entry_id = '" + entry + "' and line = 2");
        Finding finding = one(verify.handle("a test"));
        tamper("update posting set amount_minor = amount_minor / 2 where entry_id = '" + entry + "' and line = 2");

        assertEquals(Kind.POSTING_CHANGED, finding.kind());
        assertEquals(entry, finding.entryId());
        assertEquals(2, finding.line());
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void aPostingThatIsTakenAwayIsFoundAndNamed() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();
        tamper("create table kept as select * from posting where entry_id = '" + entry + "' and line = 1");

        tamper("delete from posting where entry_id = '" + entry + "' and line = 1");
        Finding finding = one(verify.handle("a test"));
        tamper("insert into posting select * from kept; drop table kept");

        assertEquals(new Finding(Kind.POSTING_MISSING, finding.position(), entry, 1), finding);
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void anEntryThatIsTakenAwayIsFoundAndNamed() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();
        tamper("create table kept as select * from journal_entry where id = '" + entry + "'");

        tamper("delete from journal_entry where id = '" + entry + "'");
        Finding finding = one(verify.handle("a test"));
        tamper("insert into journal_entry select * from kept; drop table kept");

        assertEquals(new Finding(Kind.ENTRY_MISSING, finding.position(), entry, null), finding);
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void anEntryAndAPostingThatAreSlippedInAreFoundAndNamed() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();
        UUID strange = id();

        tamper(
                "insert into posting select entry_id, 3, account_id, currency, 1, posted_at from posting where entry_id = '"
                        + entry + "' and line = 1");
        tamper(
                "insert into journal_entry select '%s', kind, '%s', 1, effective, posted_at, description from journal_entry where id = '%s'"
                        .formatted(strange, strange, entry));
        List<Finding> findings = verify.handle("a test").findings();
        tamper("delete from posting where entry_id = '" + entry + "' and line = 3");
        tamper("delete from journal_entry where id = '" + strange + "'");

        assertEquals(2, findings.size(), findings.toString());
        assertEquals(new Finding(Kind.POSTING_ADDED, findings.get(0).position(), entry, 3), findings.get(0));
        assertEquals(new Finding(Kind.ENTRY_STRANGE, null, strange, null), findings.get(1));
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void anAccountThatIsGivenToAnotherPartnerIsFound() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();
        String account = "(select account_id from posting where entry_id = '" + entry + "' and line = 2)";

        tamper("update account set code = code || 'x' where id = " + account);
        Finding finding = one(verify.handle("a test"));
        tamper("update account set code = rtrim(code, 'x') where id = " + account);

        assertEquals(new Finding(Kind.POSTING_CHANGED, finding.position(), entry, 2), finding);
    }

    @Test
    void aChainThatIsWrittenAnewBetraysItselfByTheHeadsSeenBefore() throws SQLException {
        UUID entry = post(10);
        seal.sealAll();
        LedgerVerification seen = verify.handle("a test");
        tamper("create table kept as select * from sealed_entry where position = " + seen.headPosition());

        // Whoever may do everything takes the last link away, changes the entry and has it sealed again.
        tamper("delete from sealed_entry where position = " + seen.headPosition());
        tamper("update journal_entry set description = 'Something else' where id = '" + entry + "'");
        tamper("insert into unsealed_entry values ('" + entry + "')");
        seal.sealAll();
        Finding finding = one(verify.handle("a test"));
        assertEquals(new Finding(Kind.CHAIN_REWRITTEN, seen.headPosition(), null, null), finding);

        tamper("update journal_entry set description = 'Test' where id = '" + entry + "'");
        tamper("delete from sealed_entry where position = " + seen.headPosition());
        tamper("insert into sealed_entry select * from kept; drop table kept");
        tamper(
                "delete from ledger_verification where head_position = %d and head_hash <> (select hash from sealed_entry where position = %d)"
                        .formatted(seen.headPosition(), seen.headPosition()));
        assertTrue(verify.handle("a test").intact());
    }

    @Test
    void financeVerifiesOverHttpAndReadsWhatWasFound() {
        post(10);
        ValidatableResponse answer = RestAssured.given()
                .auth()
                .oauth2(Tokens.vendor("finance"))
                .post("/v1/ledger/verifications")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("who", equalTo("finance"))
                .body("findings", hasSize(0));
        String id = answer.extract().path("id");

        asFinance("/v1/ledger/verifications/{id}", id).statusCode(200).body("id", equalTo(id));
        asFinance("/v1/ledger/verifications").statusCode(200).body("items.id", hasItem(id));
        asFinance("/v1/ledger/verifications/{id}", id()).statusCode(404);
        asFinance("/v1/ledger/verifications?cursor=nonsense").statusCode(400);
        get(Tokens.partner(id()), "/v1/ledger/verifications").statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.vendor("executive"))
                .post("/v1/ledger/verifications")
                .then()
                .statusCode(403);
    }

    private static Finding one(LedgerVerification verification) {
        assertFalse(verification.intact());
        assertEquals(1, verification.findings().size(), verification.findings().toString());
        return verification.findings().getFirst();
    }

    private UUID post(long amount) {
        JournalEntry entry = reimbursement(id(), amount);
        QuarkusTransaction.requiringNew().run(() -> ledger.post(entry, Instant.now()));
        return entry.id();
    }

    private static JournalEntry reimbursement(UUID claim, long amount) {
        Currency euro = Currency.getInstance("EUR");
        return new JournalEntry(
                id(),
                JournalEntry.Kind.REIMBURSEMENT,
                claim,
                1,
                LocalDate.parse("2026-05-05"),
                "Test",
                List.of(
                        new Posting(Account.of(AccountType.REIMBURSEMENT_EXPENSE, euro), amount),
                        new Posting(Account.of(AccountType.PARTNER_PAYABLE, id(), euro), -amount)));
    }

    /** What only a superuser can do: with all triggers off. */
    private static void tamper(String sql) throws SQLException {
        try (Connection connection = BillingServers.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
