package org.ninetyten.leadrouting.order;

/** What came of offering the work. */
public enum FollowUpOutcome {
    SERVICES_SOLD,
    SERVICES_OFFERED,
    NOT_WANTED,
    NOT_REACHED
}
