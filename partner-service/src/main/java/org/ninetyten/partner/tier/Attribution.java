package org.ninetyten.partner.tier;

/** How a partner came to a won deal. */
public enum Attribution {
    /** The partner found the customer. */
    SOURCED,
    /** The vendor found the customer and the partner helped to sell. */
    ASSISTED,
    /** The vendor brought the lead. */
    MANAGED
}
