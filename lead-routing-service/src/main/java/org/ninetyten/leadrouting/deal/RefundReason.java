package org.ninetyten.leadrouting.deal;

/** Why money goes back to a customer. */
public enum RefundReason {
    CUSTOMER_WITHDREW,
    NOT_DELIVERED,
    DEFECT,
    BILLING_ERROR,
    GOODWILL,
    FRAUD,
    OTHER
}
