package org.ninetyten.billing.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param accrualId null for a payout
 * @param zeroReason why it is nothing, when it is nothing
 * @param trace JSON of how the sum was made
 * @param accrualState where the line is by now
 */
public record StatementLine(
        int ordinal,
        Kind kind,
        @Nullable UUID accrualId,
        @Nullable UUID dealId,
        @Nullable UUID lineId,
        @Nullable UUID reference,
        @Nullable String incomePoint,
        @Nullable LocalDate invoiceDate,
        long amountMinor,
        @Nullable String zeroReason,
        @Nullable String accrualState,
        @Nullable UUID journalEntryId,
        @Nullable String trace) {

    /** What it is about. */
    public enum Kind {
        SALE,
        RENEWAL,
        REFUND,
        CORRECTION,
        REIMBURSEMENT,
        /** A part of what the partner owes back. */
        RECOVERY,
        /** What the partner was paid since the last statement; positive when it came back. */
        PAYOUT
    }
}
