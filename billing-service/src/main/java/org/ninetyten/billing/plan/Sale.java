package org.ninetyten.billing.plan;

/** Which sale to its customer a deal is. */
public enum Sale {
    /** The customer's first deal. */
    FIRST,
    /** A further deal of a customer. */
    FOLLOW_ON,
    /** A deal that renews an earlier one. */
    RENEWAL
}
