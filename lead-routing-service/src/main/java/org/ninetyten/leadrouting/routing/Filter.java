package org.ninetyten.leadrouting.routing;

/** Why a partner cannot have a lead, in the order in which it is checked. */
public enum Filter {
    NOT_ACTIVE,
    NO_RIGHT_TO_SELL,
    LANGUAGE,
    SERVICE,
    CREDENTIAL,
    PAUSED,
    CALENDAR,
    AT_CAPACITY,
    OVER_QUOTA,
    REFUSED_BEFORE
}
