package org.ninetyten.billing.dispute;

/** Tells others about disputes, in the caller's transaction. */
public interface DisputeEvents {

    /** A line is disputed. */
    void opened(Dispute dispute);

    /** A dispute has ended. */
    void resolved(Dispute dispute);
}
