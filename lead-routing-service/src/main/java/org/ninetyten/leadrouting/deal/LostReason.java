package org.ninetyten.leadrouting.deal;

/** Why a deal was lost. */
public enum LostReason {
    PRICE,
    COMPETITOR,
    NO_BUDGET,
    NO_NEED,
    NO_ANSWER,
    TIMING,
    OTHER
}
