package org.ninetyten.leadrouting.registration;

/** Why a case was decided as it was; both partners learn it. */
public enum DecisionReason {
    FIRST_WITH_CUSTOMER,
    CUSTOMERS_WISH,
    FURTHER_WITH_CUSTOMER,
    ANOTHER_COMPANY,
    NO_PROOF,
    OTHER
}
