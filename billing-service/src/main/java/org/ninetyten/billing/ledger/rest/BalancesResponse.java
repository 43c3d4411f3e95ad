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
@Schema(examples = """
        {"partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "at": "2026-11-30T23:59:59Z",
         "balances": [{"currency": "EUR", "payableMinor": 190000, "receivableMinor": 0, "earnedDirectlyMinor": 900000}]}
        """)
record BalancesResponse(UUID partnerId, Instant at, List<CurrencyBalance> balances) {

    record CurrencyBalance(
            String currency,

            @Schema(description = "What the vendor owes the partner.")
            long payableMinor,

            @Schema(description = "What the partner owes the vendor.")
            long receivableMinor,

            @Schema(description = "What the partner earned by billing customers itself.")
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
