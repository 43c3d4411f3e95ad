package org.ninetyten.leadrouting.lead;

/** Why a lead was taken back from the partner that had accepted it. */
public enum RecallReason {
    /** Nothing was heard of it for too long. */
    NO_NEWS,
    /** The desk decided so. */
    BY_DESK
}
