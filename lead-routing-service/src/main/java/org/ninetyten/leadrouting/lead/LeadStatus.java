package org.ninetyten.leadrouting.lead;

import java.util.EnumSet;
import java.util.Set;

/** Where a lead stands, and where it may go from there. */
public enum LeadStatus {
    RECEIVED,
    SPAM,
    DUPLICATE,
    REVIEW,
    QUALIFIED,
    ROUTING,
    OFFERED,
    ACCEPTED,
    CONTACTED,
    WORKING,
    WON,
    LOST,
    NURTURE,
    RECALLED,
    DESK;

    /** The states that may follow. */
    public Set<LeadStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(SPAM, DUPLICATE, REVIEW, QUALIFIED);
            case REVIEW -> EnumSet.of(SPAM, DUPLICATE, QUALIFIED);
            case QUALIFIED -> EnumSet.of(ROUTING);
            case ROUTING -> EnumSet.of(OFFERED, DESK);
            case OFFERED -> EnumSet.of(ACCEPTED, ROUTING, DESK);
            case DESK -> EnumSet.of(OFFERED);
            case ACCEPTED -> EnumSet.of(CONTACTED, RECALLED);
            case CONTACTED -> EnumSet.of(WORKING, RECALLED);
            case WORKING -> EnumSet.of(WON, LOST, NURTURE);
            case RECALLED -> EnumSet.of(ROUTING);
            case SPAM, DUPLICATE, WON, LOST, NURTURE -> EnumSet.noneOf(LeadStatus.class);
        };
    }
}
