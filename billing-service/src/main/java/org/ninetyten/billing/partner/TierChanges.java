package org.ninetyten.billing.partner;

/** Those who decided something by a tier hear of the changes that arrive afterwards. */
public interface TierChanges {

    /** Called in the transaction that keeps the change. */
    void arrived(TierChange change, TierHistory history);
}
