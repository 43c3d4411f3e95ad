package org.ninetyten.leadrouting.work;

/** What is done about a lead that its partner accepted and does not move. */
public enum WorkStep {
    /** The customer was not contacted in time: the partner and the desk are told. */
    CONTACT_OVERDUE,
    /** No news: the partner is reminded. */
    NUDGE,
    /** Still no news: the partner is warned that it may lose the lead. */
    WARN,
    /** Still no news: the lead is taken back, or, when it is being worked on, shown to the desk as stalled. */
    RECALL
}
