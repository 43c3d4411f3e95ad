package org.ninetyten.leadrouting.lead;

import java.util.Collections;
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

    /**
     * The states in which somebody still has to do something about the wish: a lead that says the same again belongs to
     * this one. A lead in nurture rests; who asks again has a new wish.
     */
    public static final Set<LeadStatus> OPEN = Collections.unmodifiableSet(
            EnumSet.of(RECEIVED, REVIEW, QUALIFIED, ROUTING, OFFERED, ACCEPTED, CONTACTED, WORKING, RECALLED, DESK));

    /** The states in which the lead belongs to the partner that accepted it. */
    public static final Set<LeadStatus> AT_PARTNER =
            Collections.unmodifiableSet(EnumSet.of(ACCEPTED, CONTACTED, WORKING));

    /** The states that may follow. */
    public Set<LeadStatus> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(SPAM, DUPLICATE, REVIEW, QUALIFIED);
            case REVIEW -> EnumSet.of(SPAM, DUPLICATE, QUALIFIED);
            // What a rule or a person took for spam or for a duplicate by mistake goes on as a lead of its own.
            case SPAM, DUPLICATE -> EnumSet.of(QUALIFIED);
            case QUALIFIED -> EnumSet.of(ROUTING);
            case ROUTING -> EnumSet.of(OFFERED, DESK);
            case OFFERED -> EnumSet.of(ACCEPTED, ROUTING, DESK);
            // The desk is the last resort: it may end what it cannot place, or let routing try once more.
            case DESK -> EnumSet.of(OFFERED, ROUTING, SPAM, LOST, NURTURE);
            case ACCEPTED -> EnumSet.of(CONTACTED, RECALLED);
            case CONTACTED -> EnumSet.of(WORKING, RECALLED);
            case WORKING -> EnumSet.of(WON, LOST, NURTURE);
            case NURTURE, RECALLED -> EnumSet.of(ROUTING);
            case WON, LOST -> EnumSet.noneOf(LeadStatus.class);
        };
    }

    /** Whether a lead that says the same again belongs to one in this state. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
