package org.ninetyten.leadrouting.lead;

/** What a lead was worth. Which of these make a bad lead is in the lead policy. */
public enum FeedbackCode {
    GOOD,
    NO_BUDGET,
    NO_NEED,
    NOT_REACHABLE,
    WRONG_CONTACT,
    DUPLICATE,
    SPAM,
    OTHER
}
