package org.ninetyten.billing.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.billing.BillingServers;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class LedgerTest {

    @Inject
    DataSource source;

    @Inject
    Ledger ledger;

    @Inject
    LedgerImbalance imbalance;

    @Inject
    SealEntries seal;

    @Inject
    VerifyLedger verify;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posting",
                "journal_entry",
                "account",
                "account_type",
                "sealed_entry",
                "ledger_verification",
                "split",
                "split_line",
                "audit_record",
                "split_plan",
                "split_rule"
            })
    void noRowOfMoneyCanBeChangedRemovedOrEmptied(String table) throws SQLException {
        splitDeal(id(), 100_000);
        seal.sealAll();
        verify.handle("a test");
        String column = switch (table) {
            case "posting" -> "amount_minor = amount_minor + 1";
            case "journal_entry" -> "description = 'x'";
            case "account" -> "currency = 'USD'";
            case "account_type" -> "meaning = 'x'";
            case "sealed_entry" -> "position = position + 1";
            case "split", "split_line" -> "partner_minor = 0";
            case "split_plan" -> "licence_limit_basis_points = 2000";
            case "split_rule" -> "partner_basis_points = 10000";
            default -> "who = 'nobody'";
        };

        for (String sql : List.of(
                "update " + table + " set " + column, "delete from " + table, "truncate " + table + " cascade")) {
            // The service's own role lacks the privilege, and the owner of the table meets the trigger.
            refused(BillingServers.asService(), sql, "permission denied");
            refused(BillingServers.asOwner(), sql, "append-only");
        }
        refused(BillingServers.asService(), "alter table " + table + " disable trigger all", "must be owner");
    }

    @Test
    void everyTableThatIsAppendOnlyIsSoByPrivilegeToo() throws SQLException {
        assertEquals(List.of(), texts("""
                        select distinct c.relname from pg_class c
                            join pg_trigger t on t.tgrelid = c.oid join pg_proc f on f.oid = t.tgfoid
                        where f.proname = 'refuse_change' and t.tgqual is null and (
                            t.tgtype & 16 > 0 and has_table_privilege('billing_service', c.oid, 'update')
                            or t.tgtype & 8 > 0 and has_table_privilege('billing_service', c.oid, 'delete')
                            or has_table_privilege('billing_service', c.oid, 'truncate, trigger, references'))"""));
    }

    @Test
    void anEntryThatDoesNotSumToZeroCannotBeBooked() throws SQLException {
        UUID entry = id();

        refused(entry(entry, posting(entry, revenue(), 1, "EUR", 100)), "does not sum to zero");
    }

    @Test
    void anEntryWithoutPostingsCannotBeBooked() {
        refused(header(id()), "has no postings");
    }

    @Test
    void anOldEntryTakesNoFurtherPostings() throws SQLException {
        UUID entry = splitDeal(id(), 100_000);
        String more = "insert into posting select entry_id, line + %d, account_id, currency, amount_minor, posted_at"
                + " from posting where entry_id = '" + entry + "'";

        refused(more.formatted(10) + " limit 1", "does not sum to zero");
        refused(more.formatted(10), "numbered from 1");
        refused(more.formatted(0), "duplicate key");
    }

    @Test
    void aPostingBelongsToAnEntryOfTheSameInstant() throws SQLException {
        UUID entry = id();
        UUID revenue = revenue();
        String postings = posting(entry, revenue, 1, "EUR", 100) + ", " + posting(entry, revenue, 2, "EUR", -100);

        refused("insert into posting values " + postings, "does not exist");
        refused(entry(entry, postings.replace("now()", "now() - interval '1 day'")), "at another instant");
    }

    @Test
    void anAccountThatDoesNotExistCannotBePostedTo() {
        UUID entry = id();
        UUID nobodys = id();

        refused(
                entry(entry, posting(entry, nobodys, 1, "EUR", 100), posting(entry, nobodys, 2, "EUR", -100)),
                "does not exist in EUR");
    }

    @Test
    void anAccountIsOfTheChart() {
        refused(
                "insert into account (id, code, type, partner_id, currency, created_at) values ('%s', 'x', 'SLUSH', null, 'EUR', now())"
                        .formatted(id()),
                "account_type_is_of_the_chart");
        refused(
                "insert into account (id, code, type, partner_id, currency, created_at) values ('%s', 'x', 'BANK', '%s', 'EUR', now())"
                        .formatted(id(), id()),
                "account_type_is_of_the_chart");
    }

    @Test
    void theChartInTheDatabaseIsTheOneInTheCode() throws SQLException {
        assertEquals(
                Arrays.stream(AccountType.values())
                        .map(type -> type + " " + type.ofOnePartner())
                        .sorted()
                        .toList(),
                texts("select type || ' ' || of_one_partner from account_type order by 1"));
    }

    @Test
    void twoCurrenciesDoNotMakeUpForEachOther() throws SQLException {
        UUID entry = id();
        UUID revenue = revenue();

        refused(
                entry(entry, posting(entry, revenue, 1, "EUR", 100), posting(entry, revenue, 2, "USD", -100)),
                "does not sum to zero");
    }

    @Test
    void aBatchIsBookedWholeOrNotAtAll() throws SQLException {
        List<JournalEntry> batch = new ArrayList<>();
        UUID partner = id();
        for (int i = 1; i <= 100; i++) {
            batch.add(reimbursement(id(), partner, i));
        }
        QuarkusTransaction.requiringNew().run(() -> ledger.postAll(batch, Instant.now()));
        assertEquals(List.of(5050), payable(partner, "9999-01-01T00:00:00Z"));

        // One of it is booked already.
        UUID other = id();
        List<JournalEntry> again = List.of(
                reimbursement(id(), other, 1), reimbursement(batch.getFirst().reference(), other, 1));
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> ledger.postAll(again, Instant.now())));
        assertEquals(List.of(), payable(other, "9999-01-01T00:00:00Z"));
    }

    @Test
    void oneCauseIsNotBookedTwice() {
        UUID claim = id();
        QuarkusTransaction.requiringNew().run(() -> ledger.post(reimbursement(claim, id(), 10), Instant.now()));

        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> ledger.post(reimbursement(claim, id(), 10), Instant.now())));
    }

    @Test
    void twoTransactionsPostToOneAccountWithoutWaitingForEachOther() {
        UUID partner = id();
        QuarkusTransaction.requiringNew().run(() -> ledger.post(reimbursement(id(), partner, 1), Instant.now()));

        QuarkusTransaction.requiringNew().run(() -> {
            ledger.post(reimbursement(id(), partner, 10), Instant.now());
            // The other one starts and commits while this one is still open.
            CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                            .run(() -> ledger.post(reimbursement(id(), partner, 100), Instant.now())))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
            assertEquals(List.of(101), payable(partner, "9999-01-01T00:00:00Z"));
        });

        assertEquals(List.of(111), payable(partner, "9999-01-01T00:00:00Z"));
    }

    @Test
    void nothingIsBookedOutsideATransaction() {
        assertThrows(RuntimeException.class, () -> ledger.post(reimbursement(id(), id(), 10), Instant.now()));
    }

    @Test
    void theTrialBalanceOfEachCurrencyIsZero() throws SQLException {
        splitDeal(id(), 123_457);

        asFinance("/v1/ledger/trial-balance")
                .statusCode(200)
                .body("sums.imbalanceMinor", everyItem(equalTo(0)))
                .body(
                        "lines.find { it.type == 'VENDOR_REVENUE' && it.currency == 'EUR' }.debitMinor >= 0",
                        equalTo(true));
        get(Tokens.vendor("partner-manager"), "/v1/ledger/trial-balance").statusCode(403);
        get(Tokens.partner(id()), "/v1/ledger/trial-balance").statusCode(403);
        RestAssured.get("/v1/ledger/trial-balance").then().statusCode(401);
    }

    @Test
    void theImbalanceIsMeasuredAndZero() throws SQLException {
        splitDeal(id(), 100_000);
        imbalance.checkWhatIsNew();
        imbalance.checkAll();

        assertTrue(RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("ninetyten_billing_ledger_imbalance") && line.endsWith(" 0.0")));
    }

    @Test
    void theBalanceOfAnInstantIsWhatWasPostedUpToIt() {
        UUID partner = id();
        Instant noon = Instant.parse("2026-05-05T12:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.post(reimbursement(id(), partner, 100), noon);
            ledger.post(reimbursement(id(), partner, 23), noon.plusSeconds(60));
        });
        // The account is opened at its first posting.
        assertEquals(List.of(), payable(partner, "2026-05-05T11:59:59Z"));
        assertEquals(List.of(100), payable(partner, "2026-05-05T12:00:00Z"));
        assertEquals(List.of(100), payable(partner, "2026-05-05T12:00:59.999Z"));
        assertEquals(List.of(123), payable(partner, "2026-05-05T12:01:00Z"));
    }

    @Test
    void aPartnerPagesThroughItsEntriesNewestFirst() throws SQLException {
        UUID partner = id();
        List<String> booked = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            booked.addFirst(splitDeal(partner, 1000L * i).toString());
        }
        splitDeal(id(), 77);

        List<String> seen = new ArrayList<>();
        String path = "/v1/partners/" + partner + "/entries?limit=2";
        String cursor = "";
        do {
            JsonPath page = get(Tokens.partner(partner), path + "&cursor=" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertEquals(booked, seen);
        get(Tokens.partner(partner), path)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2))
                // The vendor's side of the entry is not the partner's to see.
                .body("items[0].postings.account", equalTo(List.of("partner-payable:EUR:" + partner)))
                .body("items[0].postings[0].amountMinor", equalTo(-2000));
    }

    @Test
    void aPartnerSeesItsOwnPostingsOfAnEntryAndFinanceAll() throws SQLException {
        UUID partner = id();
        UUID entry = splitDeal(partner, 100_000);
        String path = "/v1/ledger/journal-entries/{id}";

        asFinance(path, entry)
                .statusCode(200)
                .body("kind", equalTo("DEAL_SPLIT"))
                .body("postings", hasSize(3))
                .body("postings.amountMinor.sum()", equalTo(0));
        get(Tokens.partner(partner), path, entry).statusCode(200).body("postings", hasSize(1));
        get(Tokens.partner(id()), path, entry).statusCode(404);
        get(Tokens.vendor("marketing"), path, entry).statusCode(403);
        asFinance(path, id()).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void anotherPartnersAccountIsNotFound() {
        UUID partner = id();
        for (String path : List.of("/v1/partners/{id}/balances", "/v1/partners/{id}/entries")) {
            get(Tokens.partner(partner), path, partner).statusCode(200);
            get(Tokens.partner(partner), path, id()).statusCode(404).body("code", equalTo("not-found"));
            get(Tokens.vendor("executive"), path, id()).statusCode(200);
            get(Tokens.vendor("academy-editor"), path, id()).statusCode(403);
            get(Tokens.nobody(), path, partner).statusCode(403);
            RestAssured.get(path, partner).then().statusCode(401);
        }
    }

    @Test
    void thePostingsOfATimeAreExportedAsLinesOrAsCsv() {
        UUID partner = id();
        Instant at = Instant.parse("2026-06-06T12:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> ledger.post(reimbursement(id(), partner, 4711), at));
        String path = "/v1/ledger/postings?from=2026-06-06T12:00:00Z&to=2026-06-06T12:00:01Z";

        List<String> lines = given().auth()
                .oauth2(Tokens.vendor("finance"))
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(2, lines.size());
        assertEquals(
                0,
                lines.stream()
                        .mapToLong(line -> JsonPath.from(line).getLong("amountMinor"))
                        .sum());
        List<String> csv = given().auth()
                .oauth2(Tokens.vendor("finance"))
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertEquals(3, csv.size());
        assertTrue(csv.getFirst().startsWith("entryId,line,kind,"));
        assertTrue(csv.stream()
                .anyMatch(line -> line.contains("partner-payable:EUR:" + partner) && line.contains(",-4711,")));
        // What was posted in the first instant that is not asked for is not there.
        assertEquals(
                "",
                asFinance("/v1/ledger/postings?from=2026-06-06T11:00:00Z&to=2026-06-06T12:00:00Z")
                        .statusCode(200)
                        .extract()
                        .asString());
        get(Tokens.partner(partner), path).statusCode(403);
    }

    @Test
    void badInputIsAProblem() {
        String entries = "/v1/partners/" + id() + "/entries";
        String balances = "/v1/partners/" + id() + "/balances";
        for (String path : List.of(
                entries + "?limit=0",
                entries + "?limit=201",
                entries + "?cursor=nonsense",
                entries + "?cursor=" + "x".repeat(300),
                balances + "?at=noon",
                balances + "?at=%2B1000000000-12-31T23:59:59Z",
                balances + "?at=-0044-03-15T12:00:00Z",
                "/v1/ledger/postings?from=2026-06-06T12:00:00Z&to=2026-06-06T11:00:00Z",
                "/v1/ledger/postings?from=noon",
                "/v1/ledger/trial-balance?at=2026-13-01T00:00:00Z")) {
            asFinance(path)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("status", equalTo(400));
        }
    }

    /** Returns the id of the journal entry. */
    private static UUID splitDeal(UUID partner, long licence) {
        UUID deal = id();
        close(wonDeal(deal, partner, "2026-11-23", licence(licence)));
        return UUID.fromString(awaitSplit(deal).extract().path("journalEntryId"));
    }

    private static List<Integer> payable(UUID partner, String at) {
        return asFinance("/v1/partners/{id}/balances?at={at}", partner, at)
                .statusCode(200)
                .extract()
                .path("balances.payableMinor");
    }

    private static JournalEntry reimbursement(UUID claim, UUID partner, long amount) {
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
                        new Posting(Account.of(AccountType.PARTNER_PAYABLE, partner, euro), -amount)));
    }

    private static String header(UUID id) {
        return "insert into journal_entry values ('%s', 'DEAL_SPLIT', '%s', 1, '2026-11-23', now(), 'by hand')"
                .formatted(id, id);
    }

    private static String entry(UUID id, String... postings) {
        return "with entry as (" + header(id) + ") insert into posting values " + String.join(", ", postings);
    }

    private static String posting(UUID entry, UUID account, int line, String currency, long amount) {
        return "('%s', %d, '%s', '%s', %d, now())".formatted(entry, line, account, currency, amount);
    }

    private UUID revenue() throws SQLException {
        splitDeal(id(), 100_000);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from account where code = 'vendor-revenue:EUR'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private void refused(String sql, String reason) {
        try {
            refused(source.getConnection(), sql, reason);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(Connection owned, String sql, String reason) {
        SQLException refusal = assertThrows(SQLException.class, () -> {
            try (Connection connection = owned;
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(sql);
                connection.commit();
            }
        });
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
