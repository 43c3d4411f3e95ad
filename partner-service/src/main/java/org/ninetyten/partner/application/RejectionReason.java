package org.ninetyten.partner.application;

/** Why an application is rejected. */
public enum RejectionReason {
    INCOMPLETE,
    DUPLICATE,
    NO_CAPACITY,
    NO_COMPETENCE,
    TERRITORY_COVERED,
    CONFLICT_OF_INTEREST,
    FRAUD;

    /** Whether the company may apply again one day. */
    public boolean mayReapply() {
        return this != FRAUD;
    }
}
