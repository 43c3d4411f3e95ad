package org.ninetyten.billing.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a partner is told about a month in one currency. {@code closing = opening + lines - recovered - paid}; sums are minor
 * units, positive when the vendor owes them.
 *
 * @param legalEntityName what the company was called when it issued the statement
 * @param number the self-billing number, without gaps for each company of the vendor and year
 * @param recoveredMinor what was taken of debts; their lines are not in {@code linesMinor}
 * @param paidMinor payouts since the last statement, less those that came back
 * @param owedBackMinor what the partner owes back after it, for the statements to come
 */
public record Statement(
        UUID id,
        String number,
        String legalEntity,
        String legalEntityName,
        UUID partnerId,
        String currency,
        YearMonth period,
        long openingMinor,
        long linesMinor,
        long recoveredMinor,
        long paidMinor,
        long closingMinor,
        long owedBackMinor,
        int lineCount,
        int policyVersion,
        Instant issuedAt,
        Instant objectionsUntil,
        LocalDate payoutDue,
        State state) {

    /** Whether the partner may still object. */
    public enum State {
        ISSUED,
        /** Its lines are payable. */
        FINAL
    }
}
