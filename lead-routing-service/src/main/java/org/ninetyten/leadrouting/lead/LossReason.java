package org.ninetyten.leadrouting.lead;

/** Why a lead came to nothing before there was a deal. */
public enum LossReason {
    COMPETITOR,
    NO_BUDGET,
    NO_NEED,
    NO_ANSWER,
    TIMING,
    WRONG_CONTACT,
    OTHER
}
