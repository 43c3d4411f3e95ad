package org.ninetyten.billing.split;

/** What became of a deal that came in. */
enum DealOutcome {
    SPLIT,
    /** It was split before. */
    REPEATED,
    /** Nothing to split. */
    LOST,
    /** A tier that arrived late changed its split. */
    CORRECTED
}
