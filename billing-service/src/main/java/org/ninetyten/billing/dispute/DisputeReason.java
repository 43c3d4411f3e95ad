package org.ninetyten.billing.dispute;

/** What the partner says is wrong. */
public enum DisputeReason {
    MISSING_AMOUNT,
    WRONG_AMOUNT,
    WRONG_TIER,
    WRONG_DEAL,
    ALREADY_REFUNDED,
    OTHER
}
