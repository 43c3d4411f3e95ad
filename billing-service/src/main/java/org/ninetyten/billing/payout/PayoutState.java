package org.ninetyten.billing.payout;

import java.util.Set;

/** Where a payout is. The database allows the same moves and no others. */
public enum PayoutState {
    DRAFT,
    APPROVED,
    /** The bank was told, and its answer is awaited. */
    SUBMITTED,
    SETTLED,
    /** The bank refused it: what it was to pay is payable again. */
    FAILED,
    /** The bank has not answered in time: a person finds out, and says with what evidence. */
    UNKNOWN,
    CANCELLED;

    /** The states that may follow. */
    public Set<PayoutState> next() {
        return switch (this) {
            case DRAFT -> Set.of(APPROVED, CANCELLED);
            case APPROVED -> Set.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> Set.of(SETTLED, FAILED, UNKNOWN);
            case UNKNOWN -> Set.of(SETTLED, FAILED);
            case SETTLED, FAILED, CANCELLED -> Set.of();
        };
    }
}
