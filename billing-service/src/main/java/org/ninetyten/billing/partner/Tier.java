package org.ninetyten.billing.partner;

/** A partner's standing, lowest first. */
public enum Tier {
    BUSINESS,
    CERTIFIED,
    GOLD,
    PLATINUM
}
