package org.ninetyten.partner.tier;

/** A partner's rank, lowest first. Every partner starts as {@link #BUSINESS}. */
public enum Tier {
    BUSINESS,
    CERTIFIED,
    GOLD,
    PLATINUM;

    /** Whether this tier ranks above the other one. */
    public boolean isAbove(Tier other) {
        return compareTo(other) > 0;
    }
}
