package org.ninetyten.leadrouting.partner;

/** Standing of a partner in the programme. */
public enum Tier {
    BUSINESS,
    CERTIFIED,
    GOLD,
    PLATINUM
}
