package org.ninetyten.billing.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is booked for one cause. It can't be made unless it sums to zero in each currency.
 *
 * @param reference the deal or claim that is booked
 * @param revision counts the entries of one reference; a correction is a further one
 * @param effective the day that the business counts it for
 */
public record JournalEntry(
        UUID id,
        Kind kind,
        UUID reference,
        int revision,
        LocalDate effective,
        String description,
        List<Posting> postings) {

    /** Why money is booked. */
    public enum Kind {
        DEAL_SPLIT,
        SPLIT_CORRECTION,
        /** A part of a deal was given back to the customer. */
        DEAL_REFUND,
        /** The partner's part of a line falls to the vendor. */
        ACCRUAL_VOID,
        /** A partner disputed a line, and it was wrong. */
        DISPUTE_CORRECTION,
        REIMBURSEMENT,
        /** A payout left the partner's account on its way to the bank. */
        PAYOUT_SUBMITTED,
        PAYOUT_SETTLED,
        /** A payout came back into the partner's account. */
        PAYOUT_FAILED
    }

    /** Several postings to one account become one, and those of nothing are left out. */
    public JournalEntry {
        Map<Account, Long> sums = new LinkedHashMap<>();
        Map<Currency, BigInteger> balance = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.account(), posting.amountMinor(), Math::addExact);
            balance.merge(posting.account().currency(), BigInteger.valueOf(posting.amountMinor()), BigInteger::add);
        }
        balance.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalArgumentException(
                        "%s %s is out of balance by %s %s".formatted(kind, reference, sum, currency.getCurrencyCode()));
            }
        });
        postings = sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Posting(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Whether there is nothing to book. */
    public boolean isEmpty() {
        return postings.isEmpty();
    }
}
