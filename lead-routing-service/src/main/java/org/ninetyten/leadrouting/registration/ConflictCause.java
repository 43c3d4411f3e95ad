package org.ninetyten.leadrouting.registration;

/** Why a person has to decide. */
public enum ConflictCause {
    /** A company with a similar name in the same city belongs to another partner. */
    SIMILAR_COMPANY,
    /** Both partners have something of the customer. */
    BOTH_HAVE_CLAIMS,
    /** Another partner's registration of the customer is in dispute. */
    ANOTHER_CONFLICT,
    /** The partner was refused, and brought evidence. */
    CONTESTED
}
