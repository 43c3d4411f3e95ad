package org.ninetyten.leadrouting.trial;

/** Why a trial made a lead. */
public enum TrialCause {
    /** Its usage signals crossed the threshold. */
    SCORE,
    /** Its owner asked for help. */
    HELP,
    /** Its owner wants to buy. */
    BUY
}
