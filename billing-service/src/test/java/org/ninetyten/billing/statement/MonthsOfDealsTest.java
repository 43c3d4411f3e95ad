package org.ninetyten.billing.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.refund;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.SettableClock;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.Tokens;

/** A year like that of a CRM: thousands of licences of few customers, in one currency of this test's own. */
@QuarkusTest
class MonthsOfDealsTest {

    private static final int DEALS = 3_000;
    private static final int PARTNERS = 40;
    private static final int REFUND_EVERY = 25;
    private static final String CURRENCY = "NOK";

    @Inject
    Database database;

    @Inject
    CloseMonth closeMonth;

    @AfterEach
    void backToToday() {
        SettableClock.reset();
    }

    @Test
    void theSumOfAllStatementsIsTheSumOfThePartnersAccountsOnceAllHoldsAreOver() {
        Random random = new Random(90_10);
        List<UUID> partners = Stream.generate(Billing::id).limit(PARTNERS).toList();
        SettableClock.set(Instant.parse("2008-12-31T20:00:00Z"));
        long won = 0;
        for (int i = 0; i < DEALS; i++) {
            UUID partner = partners.get(random.nextInt(PARTNERS));
            UUID deal = id();
            Billing.Line line = licence((30L + random.nextInt(5_000)) * 100 + random.nextInt(100));
            LocalDate closedOn = LocalDate.parse("2008-03-01").plusDays(random.nextInt(306));
            Map<String, Object> closed = wonDeal(deal, partner, closedOn.toString(), line);
            closed.put("currency", CURRENCY);
            close(closed, partner);
            won += line.netMinor();
            if (i % REFUND_EVERY == 0) {
                refund(deal, partner, partner, "2008-12-31", CURRENCY, line, 1 + random.nextLong(line.netMinor()));
            }
        }
        partners.forEach(Billing::awaitAllBefore);
        assertEquals(won, count("""
                select sum(l.net_minor) from split_line l join split s on s.id = l.split_id where s.currency = 'NOK'"""));
        assertTrue(count("select count(*) from accrual where currency = 'NOK' and state = 'HELD'") > 0);

        // The last hold of November ended yesterday, those of December go on.
        closeWhatIsDue();
        assertEquals(9, months());
        closeByApi("2008-12").statusCode(409);
        assertSumsAgree();
        SettableClock.set(Instant.parse("2009-01-31T12:00:00Z"));
        closeWhatIsDue();
        assertEquals(10, months());
        asFinance("/v1/statements/balances")
                .statusCode(200)
                .body("find { it.currency == 'NOK' }.partners", equalTo(PARTNERS));
        assertSumsAgree();

        assertEquals(0, count("""
                select count(*) from statement_line l join statement s on s.id = l.statement_id
                    join accrual a on a.id = l.accrual_id
                where a.currency = 'NOK' and a.kind = 'SALE' and a.statement_period <> s.period"""));
        assertEquals(0, count("""
                select count(*) from accrual where currency = 'NOK' and statement_id is null
                    and state <> 'REVERSED' and not exists (select from recovery r where r.id = accrual.id)"""));
        asFinance("/v1/ledger/trial-balance")
                .statusCode(200)
                .body("sums.find { it.currency == 'NOK' }.imbalanceMinor", equalTo(0));
        // What the statements say is what the ledger says, without the query that compares them.
        assertEquals(count("""
                        select -sum(p.amount_minor) from posting p join account a on a.id = p.account_id
                        where a.currency = 'NOK' and a.type in ('PARTNER_PAYABLE', 'PARTNER_RECEIVABLE')"""), count("""
                        select sum(closing_minor) - (
                            select coalesce(sum(owed_minor - recovered_minor), 0) from recovery where currency = 'NOK')
                        from (select distinct on (partner_id) * from statement where currency = 'NOK'
                            order by partner_id, issued_at desc, id desc) last"""));
    }

    private static void assertSumsAgree() {
        Map<String, Object> balance =
                asFinance("/v1/statements/balances").statusCode(200).extract().path("find { it.currency == 'NOK' }");
        assertEquals(0, balance.get("differing"));
        assertEquals(
                ((Number) balance.get("accountsMinor")).longValue(),
                ((Number) balance.get("statedMinor")).longValue()
                        + ((Number) balance.get("notStatedMinor")).longValue());
    }

    private void closeWhatIsDue() {
        closeMonth.due().stream()
                .filter(month -> month.getYear() == 2008)
                .forEach(month -> closeByApi(month.toString()).statusCode(200));
    }

    private static ValidatableResponse closeByApi(String month) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .put("/v1/month-closes/{month}", month)
                .then();
    }

    private long months() {
        return count("select count(distinct period) from statement where currency = 'NOK'");
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }
}
