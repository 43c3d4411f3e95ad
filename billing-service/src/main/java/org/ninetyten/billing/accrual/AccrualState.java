package org.ninetyten.billing.accrual;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where an accrual is between its calculation and its payout. The database allows the same moves and no others. */
public enum AccrualState {
    /** The sum is known. */
    CALCULATED,
    /** Waits until the customer can no longer ask for the money back as a matter of course. */
    HELD,
    /** The next statement takes it. */
    CLEARED,
    /** Is a line of a statement. */
    STATED,
    /** The partner has no objection left: a payout may take it. */
    PAYABLE,
    /** A payout has taken it. */
    PAYING,
    /** The bank has settled the payout. */
    PAID,
    /** Taken out of the books, with a reason. */
    VOID,
    /** Waits for a decision about fraud or a dispute. */
    FROZEN,
    /** Taken back whole before any statement, together with the refunds that took it back. */
    REVERSED;

    /** The states that an accrual may move to from here. */
    public Set<AccrualState> next() {
        return switch (this) {
            case CALCULATED -> Set.of(HELD, CLEARED, FROZEN, VOID, REVERSED);
            case HELD -> Set.of(CLEARED, FROZEN, VOID, REVERSED);
            case CLEARED -> Set.of(STATED, FROZEN, VOID, REVERSED);
            // Back to CLEARED: the statement was replaced before it was final.
            case STATED -> Set.of(PAYABLE, FROZEN, CLEARED, VOID);
            case PAYABLE -> Set.of(PAYING, FROZEN);
            // Back to PAYABLE: the bank refused the payout.
            case PAYING -> Set.of(PAID, PAYABLE);
            case FROZEN -> Set.of(HELD, CLEARED, STATED, PAYABLE, VOID, REVERSED);
            case PAID, VOID, REVERSED -> Set.of();
        };
    }

    /** The states from which an accrual may move here. */
    public List<AccrualState> before() {
        return Arrays.stream(values())
                .filter(from -> from.next().contains(this))
                .toList();
    }

    /** Whether no statement has it yet. */
    public boolean isBeforeStatement() {
        return this == CALCULATED || this == HELD || this == CLEARED;
    }
}
