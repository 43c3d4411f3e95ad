package org.ninetyten.billing.accrual;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an accrual of a deal's line stands.
 *
 * @param parentId the line's own accrual, of a refund or correction of it
 * @param frozenFrom the state to which it goes back when it is no longer frozen
 */
public record AccrualStanding(
        UUID id,
        @Nullable UUID parentId,
        UUID dealId,
        UUID lineId,
        long amountMinor,
        AccrualState state,
        @Nullable AccrualState frozenFrom,
        @Nullable Instant heldUntil) {

    /** Whether it is the line's own and no refund or correction. */
    public boolean isOfTheLine() {
        return parentId == null;
    }

    /** Whether no statement has it yet, frozen or not. */
    public boolean isBeforeStatement() {
        return whenNotFrozen().isBeforeStatement();
    }

    /** Whether it was stated, and perhaps paid. */
    public boolean isStated() {
        return switch (whenNotFrozen()) {
            case STATED, PAYABLE, PAYING, PAID -> true;
            case CALCULATED, HELD, CLEARED, VOID, FROZEN, REVERSED -> false;
        };
    }

    /** The state of a further accrual of the same line: it waits as long as the line does, and no longer. */
    public AccrualState stateOfFurther(Instant now) {
        return whenNotFrozen() == AccrualState.HELD || whenNotFrozen() == AccrualState.CALCULATED
                ? Accrual.first(heldUntil == null ? now : heldUntil, now)
                : AccrualState.CLEARED;
    }

    private AccrualState whenNotFrozen() {
        return frozenFrom == null ? state : frozenFrom;
    }
}
