package org.ninetyten.events.budget;

/** The regions that budgets are made for. */
public enum Region {
    CIS,
    EUROPE,
    SOUTH_AMERICA,
    NORTH_AMERICA,
    AFRICA,
    OCEANIA
}
