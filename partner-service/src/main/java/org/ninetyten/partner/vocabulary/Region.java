package org.ninetyten.partner.vocabulary;

/** The six regions of the network. */
public enum Region {
    CIS,
    EUROPE,
    SOUTH_AMERICA,
    NORTH_AMERICA,
    AFRICA,
    OCEANIA
}
