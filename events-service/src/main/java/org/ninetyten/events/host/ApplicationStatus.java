package org.ninetyten.events.host;

/** Where a host application stands. */
public enum ApplicationStatus {
    SUBMITTED,
    UNDER_REVIEW,
    APPROVED,
    REJECTED
}
