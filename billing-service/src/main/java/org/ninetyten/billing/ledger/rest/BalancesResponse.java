package org.ninetyten.billing.ledger.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.LedgerQueries.AccountBalance;

/** What the vendor and a partner owe each other at an instant. */
record BalancesResponse(UUID partnerId, Instant at, List<CurrencyBalance> balances) {

    record CurrencyBalance(
            @Schema(examples = "EUR") String currency,

            @Schema(description = "What the vendor owes the partner.", examples = "940000")
            long payableMinor,

            @Schema(description = "What the partner owes the vendor.", examples = "60000")
            long receivableMinor,

            @Schema(description = "What the partner earned by billing customers itself.", examples = "900000")
            long earnedDirectlyMinor) {}

    static BalancesResponse from(UUID partnerId, Instant at, List<AccountBalance> accounts) {
        Map<String, CurrencyBalance> balances = new TreeMap<>();
        for (AccountBalance account : accounts) {
            balances.merge(account.currency(), one(account), BalancesResponse::plus);
        }
        return new BalancesResponse(partnerId, at, List.copyOf(balances.values()));
    }

    /** Liabilities and income stand on the credit side, which is negative in the books. */
    private static CurrencyBalance one(AccountBalance account) {
        long balance = account.balanceMinor();
        return new CurrencyBalance(
                account.currency(),
                account.type() == AccountType.PARTNER_PAYABLE ? Math.negateExact(balance) : 0,
                account.type() == AccountType.PARTNER_RECEIVABLE ? balance : 0,
                account.type() == AccountType.PARTNER_EARNED ? Math.negateExact(balance) : 0);
    }

    private static CurrencyBalance plus(CurrencyBalance one, CurrencyBalance other) {
        return new CurrencyBalance(
                one.currency(),
                Math.addExact(one.payableMinor(), other.payableMinor()),
                Math.addExact(one.receivableMinor(), other.receivableMinor()),
                Math.addExact(one.earnedDirectlyMinor(), other.earnedDirectlyMinor()));
    }
}
