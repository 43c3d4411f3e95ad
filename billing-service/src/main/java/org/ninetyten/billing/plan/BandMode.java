package org.ninetyten.billing.plan;

/** What the share of a band is of. */
public enum BandMode {
    /** Of what lies in the band. */
    MARGINAL,
    /** Of the whole amount, when it lies in the band. */
    WHOLE
}
