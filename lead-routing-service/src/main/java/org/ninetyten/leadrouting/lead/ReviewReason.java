package org.ninetyten.leadrouting.lead;

/** Why a person looks at a lead before it is routed. */
public enum ReviewReason {
    /** A company with a name like this is known in the same city. */
    SIMILAR_COMPANY,
    /** Too many leads of the same source and campaign turned out bad. */
    SOURCE_PAUSED
}
