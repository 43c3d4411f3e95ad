package org.ninetyten.events.claim;

/** Where a claim stands. */
public enum ClaimStatus {
    OPEN,
    SUBMITTED,
    IN_REVIEW,
    APPROVED,
    PARTLY_APPROVED,
    REJECTED,
    PAYING,
    PAID,
    EXPIRED
}
