package org.ninetyten.billing.payout;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Posting;

/** What is booked of a payout: out of the partner's account into clearing, and from there to the bank or back. */
final class PayoutBooking {

    private PayoutBooking() {}

    static JournalEntry submitted(Payout payout, Instant now) {
        return entry(
                payout,
                JournalEntry.Kind.PAYOUT_SUBMITTED,
                1,
                "Payout told to the bank",
                now,
                payable(payout),
                clearing(payout));
    }

    static JournalEntry settled(Payout payout, Instant now) {
        return entry(
                payout,
                JournalEntry.Kind.PAYOUT_SETTLED,
                2,
                "Payout settled by the bank",
                now,
                clearing(payout),
                Account.of(AccountType.BANK, payout.currency()));
    }

    static JournalEntry failed(Payout payout, Instant now) {
        return entry(
                payout,
                JournalEntry.Kind.PAYOUT_FAILED,
                2,
                "Payout refused by the bank",
                now,
                clearing(payout),
                payable(payout));
    }

    private static Account payable(Payout payout) {
        return Account.of(AccountType.PARTNER_PAYABLE, payout.partnerId(), payout.currency());
    }

    private static Account clearing(Payout payout) {
        return Account.of(AccountType.BANK_CLEARING, payout.currency());
    }

    private static JournalEntry entry(
            Payout payout,
            JournalEntry.Kind kind,
            int revision,
            String description,
            Instant now,
            Account debit,
            Account credit) {
        return new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                payout.id(),
                revision,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                description,
                List.of(new Posting(debit, payout.amountMinor()), new Posting(credit, -payout.amountMinor())));
    }
}
