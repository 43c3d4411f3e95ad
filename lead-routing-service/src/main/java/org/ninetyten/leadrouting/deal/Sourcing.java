package org.ninetyten.leadrouting.deal;

/** Whose work the deal is. Tiers count it. */
public enum Sourcing {
    /** The partner found the customer: by registering it, or at an event that it hosted. */
    SOURCED,
    /** The vendor brought the lead and the partner sold. */
    ASSISTED,
    /** The customer is the partner's already, and buys again. */
    MANAGED
}
