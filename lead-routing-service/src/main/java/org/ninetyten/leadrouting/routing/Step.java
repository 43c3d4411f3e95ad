package org.ninetyten.leadrouting.routing;

/** The step of the routing order that found the partner. */
public enum Step {
    PARTNER_OF_RECORD,
    CUSTOMERS_CHOICE,
    HOST_PARTNER,
    TURN,
    DESK,
    NOBODY
}
