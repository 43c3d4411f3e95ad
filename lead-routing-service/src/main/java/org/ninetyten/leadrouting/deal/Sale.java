package org.ninetyten.leadrouting.deal;

/** Which sale to its customer a deal is. */
public enum Sale {
    /** The customer had bought nothing before. */
    FIRST,
    /** The customer had bought before. */
    FOLLOW_ON,
    /** It renews what an earlier deal sold. */
    RENEWAL
}
