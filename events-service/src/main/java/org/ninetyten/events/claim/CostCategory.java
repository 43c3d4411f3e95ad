package org.ninetyten.events.claim;

/** What money for an event goes to. */
public enum CostCategory {
    VENUE,
    CATERING,
    SPEAKERS,
    PROMOTION,
    PRINTING,
    EQUIPMENT,
    TRAVEL,
    OTHER
}
