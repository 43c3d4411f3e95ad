package org.ninetyten.billing.accrual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one line makes the vendor owe the partner, or the partner the vendor.
 *
 * @param parentId the line's own accrual, for a refund or correction of it
 * @param reference the refund or claim that it is for
 * @param splitId with the ordinal, the split line whose trace it has
 * @param amountMinor what the partner is owed in minor units; negative for what it owes
 * @param zeroReason why it is nothing, when it is nothing
 * @param trace JSON of what the split line's trace doesn't say
 * @param heldUntil when a hold ends by itself
 */
public record Accrual(
        UUID id,
        UUID partnerId,
        Kind kind,
        @Nullable UUID parentId,
        @Nullable UUID dealId,
        @Nullable UUID lineId,
        @Nullable String incomePoint,
        @Nullable UUID reference,
        @Nullable UUID splitId,
        @Nullable Integer splitOrdinal,
        LocalDate invoiceDate,
        Currency currency,
        long amountMinor,
        @Nullable String zeroReason,
        @Nullable String trace,
        @Nullable UUID journalEntryId,
        Instant postedAt,
        AccrualState state,
        @Nullable Instant heldUntil) {

    /** What made it. */
    public enum Kind {
        SALE,
        RENEWAL,
        REFUND,
        CORRECTION,
        REIMBURSEMENT,
        /** What one statement takes of a debt. The debt itself is never paid out: its parts are. */
        RECOVERY
    }

    public Accrual {
        if (amountMinor == 0 && zeroReason == null) {
            throw new IllegalArgumentException("An accrual of nothing says why");
        }
    }

    /** The state in which a line starts whose hold ends then. */
    public static AccrualState first(Instant heldUntil, Instant now) {
        return heldUntil.isAfter(now) ? AccrualState.HELD : AccrualState.CLEARED;
    }
}
