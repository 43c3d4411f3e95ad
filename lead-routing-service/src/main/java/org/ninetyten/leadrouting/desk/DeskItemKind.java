package org.ninetyten.leadrouting.desk;

/** Why a lead is on the desk's list. */
public enum DeskItemKind {
    /** Routing gave it up, for the reason that it says. */
    AT_DESK,
    /** A person has to say what it is. */
    IN_REVIEW,
    /** Routing has not found anybody for longer than it should take. */
    ROUTING_LONG,
    /** An offer is about to expire without an answer. */
    OFFER_EXPIRING,
    /** The partner has not contacted the customer in time. */
    CONTACT_OVERDUE,
    /** The partner was nudged, and nothing was heard since. */
    NO_NEWS
}
