package org.ninetyten.billing.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID PARTNER = UUID.fromString("019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081");
    private static final Account REVENUE = Account.of(AccountType.VENDOR_REVENUE, EUR);
    private static final Account PAYABLE = Account.of(AccountType.PARTNER_PAYABLE, PARTNER, EUR);

    @Test
    void anEntryThatDoesNotSumToZeroCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> entry(new Posting(REVENUE, 100), new Posting(PAYABLE, -99)));
    }

    @Test
    void twoCurrenciesDoNotMakeUpForEachOther() {
        Account yen = Account.of(AccountType.VENDOR_REVENUE, Currency.getInstance("JPY"));

        assertThrows(IllegalArgumentException.class, () -> entry(new Posting(yen, 100), new Posting(PAYABLE, -100)));
    }

    @Test
    void postingsToOneAccountBecomeOneAndThoseOfNothingAreLeftOut() {
        JournalEntry entry = entry(new Posting(REVENUE, 60), new Posting(REVENUE, 40), new Posting(PAYABLE, -100));

        assertEquals(List.of(new Posting(REVENUE, 100), new Posting(PAYABLE, -100)), entry.postings());
        assertTrue(entry(new Posting(REVENUE, 5), new Posting(REVENUE, -5)).isEmpty());
    }

    @Test
    void aPayableBelongsToAPartnerAndRevenueToTheVendor() {
        assertThrows(IllegalArgumentException.class, () -> Account.of(AccountType.PARTNER_PAYABLE, EUR));
        assertThrows(IllegalArgumentException.class, () -> Account.of(AccountType.VENDOR_REVENUE, PARTNER, EUR));
    }

    @Test
    void accountsHaveReadableNames() {
        assertEquals("vendor-revenue:EUR", REVENUE.code());
        assertEquals("partner-payable:EUR:" + PARTNER, PAYABLE.code());
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                UUID.randomUUID(),
                JournalEntry.Kind.DEAL_SPLIT,
                UUID.randomUUID(),
                1,
                LocalDate.parse("2026-11-23"),
                "Test",
                List.of(postings));
    }
}
