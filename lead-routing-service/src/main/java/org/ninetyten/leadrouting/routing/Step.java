package org.ninetyten.leadrouting.routing;

/** The step of the routing order that found the partner; the order of the constants is that of the steps. */
public enum Step {
    PARTNER_OF_RECORD,
    CUSTOMERS_CHOICE,
    PROTECTION,
    /** The partner whose event brought the lead. */
    HOST_PARTNER,
    /** The partner whose campaign brought the lead. */
    CAMPAIGN_PARTNER,
    /** One of the first leads of a new partner. */
    OPENING,
    TURN,
    DESK,
    NOBODY
}
