package org.ninetyten.billing.split;

/** What became of a deal that came in. */
enum DealOutcome {
    SPLIT,
    /** It was split before. */
    REPEATED,
    /** Nothing to split. */
    LOST,
    /** Something that arrived late, such as a tier, changed its split. */
    CORRECTED,
    /** A part or all of it was given back. */
    REFUNDED
}
