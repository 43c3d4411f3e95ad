package org.ninetyten.billing.dispute;

import java.util.Set;

/** Where a dispute is. */
public enum DisputeState {
    /** The line waits. */
    OPEN,
    /** The line goes on, and a correction of it is on the next statement. */
    CORRECTED,
    /** The line goes on as it is. */
    REJECTED,
    /** The partner took it back. */
    WITHDRAWN;

    /** The states that a dispute may move to from here. */
    public Set<DisputeState> next() {
        return this == OPEN ? Set.of(CORRECTED, REJECTED, WITHDRAWN) : Set.of();
    }
}
