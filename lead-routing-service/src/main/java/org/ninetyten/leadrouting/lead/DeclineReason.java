package org.ninetyten.leadrouting.lead;

/** Why a partner declined. */
public enum DeclineReason {
    NO_CAPACITY,
    OUT_OF_TERRITORY,
    WRONG_SERVICE,
    WRONG_LANGUAGE,
    CONFLICT_OF_INTEREST,
    CUSTOMER_UNREACHABLE,
    NOT_A_REAL_LEAD,
    OTHER
}
