package org.ninetyten.leadrouting.lead;

/** What became of an offer. */
public enum OfferState {
    PENDING,
    ACCEPTED,
    DECLINED,
    EXPIRED
}
