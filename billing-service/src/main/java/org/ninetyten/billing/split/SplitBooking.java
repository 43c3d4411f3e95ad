package org.ninetyten.billing.split;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.billing.plan.Party;

/**
 * Which accounts a deal moves. Who bills the customer holds the money, and so owes the other its part:
 *
 * <pre>
 * billed by the vendor     customer receivable +line    vendor revenue −vendor's    partner payable −partner's
 * billed by the partner    partner receivable +vendor's  vendor revenue −vendor's
 *                          partner collected +partner's  partner earned −partner's   (memorandum)
 * </pre>
 */
final class SplitBooking {

    private SplitBooking() {}

    /** What books a deal as it stands. */
    static List<Posting> postings(DealPosition position) {
        List<Posting> postings = new ArrayList<>();
        UUID partner = position.split().deal().partnerId();
        Currency currency = position.split().deal().currency();
        for (LinePosition line : position.lines()) {
            postings.add(new Posting(
                    Account.of(AccountType.VENDOR_REVENUE, currency), Math.negateExact(line.vendorMinor())));
            if (line.line().billedBy() == Party.VENDOR) {
                postings.add(new Posting(Account.of(AccountType.CUSTOMER_RECEIVABLE, currency), line.netMinor()));
                postings.add(new Posting(
                        Account.of(AccountType.PARTNER_PAYABLE, partner, currency),
                        Math.negateExact(line.partnerMinor())));
            } else {
                postings.add(
                        new Posting(Account.of(AccountType.PARTNER_RECEIVABLE, partner, currency), line.vendorMinor()));
                postings.add(new Posting(Account.of(AccountType.PARTNER_COLLECTED, currency), line.partnerMinor()));
                postings.add(new Posting(
                        Account.of(AccountType.PARTNER_EARNED, partner, currency),
                        Math.negateExact(line.partnerMinor())));
            }
        }
        return postings;
    }

    /** What takes the books from one position of a deal to another. */
    static List<Posting> difference(DealPosition from, DealPosition to) {
        List<Posting> postings = new ArrayList<>(postings(to));
        for (Posting posting : postings(from)) {
            postings.add(new Posting(posting.account(), Math.negateExact(posting.amountMinor())));
        }
        return postings;
    }
}
