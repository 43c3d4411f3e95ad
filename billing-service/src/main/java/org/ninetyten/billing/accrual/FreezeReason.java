package org.ninetyten.billing.accrual;

/** Why an accrual waits for a decision. */
public enum FreezeReason {
    FRAUD,
    DISPUTE
}
