package org.ninetyten.leadrouting.protection;

/** What became of a protection. Only a live one counts, and only until it expires. */
public enum ProtectionState {
    LIVE,
    /** Its time was over. */
    EXPIRED,
    /** The deal was won: the customer has its partner of record now. */
    WON,
    /** The deal was lost. */
    LOST,
    /** The partner gave it up. */
    WITHDRAWN,
    /** A conflict was decided for another partner. */
    REVOKED
}
