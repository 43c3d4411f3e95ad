package org.ninetyten.billing.ledger.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.LedgerQueries.TrialBalanceLine;

/** All accounts by type and currency, and what each currency sums to. */
@Schema(examples = """
        {"at": "2026-11-30T23:59:59Z", "lines": [
          {"type": "PARTNER_PAYABLE", "currency": "EUR", "debitMinor": 0, "creditMinor": 150000, "balanceMinor": -150000},
          {"type": "REIMBURSEMENT_EXPENSE", "currency": "EUR", "debitMinor": 150000, "creditMinor": 0, "balanceMinor": 150000}],
         "sums": [{"currency": "EUR", "imbalanceMinor": 0}]}
        """)
record TrialBalanceResponse(Instant at, List<Line> lines, List<Sum> sums) {

    record Line(AccountType type, String currency, long debitMinor, long creditMinor, long balanceMinor) {}

    record Sum(
            String currency,

            @Schema(description = "Always 0.") long imbalanceMinor) {}

    static TrialBalanceResponse from(Instant at, List<TrialBalanceLine> accounts) {
        Map<String, Long> sums = new TreeMap<>();
        for (TrialBalanceLine account : accounts) {
            sums.merge(account.currency(), account.balanceMinor(), Math::addExact);
        }
        return new TrialBalanceResponse(
                at,
                accounts.stream()
                        .map(account -> new Line(
                                account.type(),
                                account.currency(),
                                account.debitMinor(),
                                account.creditMinor(),
                                account.balanceMinor()))
                        .toList(),
                sums.entrySet().stream()
                        .map(sum -> new Sum(sum.getKey(), sum.getValue()))
                        .toList());
    }
}
