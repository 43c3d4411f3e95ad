package org.ninetyten.leadrouting.deal;

import java.util.EnumSet;
import java.util.Set;

/** Where a deal stands, and where it may go from there. A deal that is refunded in part stays won. */
public enum DealStatus {
    OPEN,
    PROPOSED,
    WON,
    LOST,
    REFUNDED;

    /** The states that may follow. */
    public Set<DealStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(PROPOSED, LOST);
            case PROPOSED -> EnumSet.of(WON, LOST);
            case WON -> EnumSet.of(REFUNDED);
            case LOST, REFUNDED -> EnumSet.noneOf(DealStatus.class);
        };
    }
}
