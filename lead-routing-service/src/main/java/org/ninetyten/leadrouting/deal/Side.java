package org.ninetyten.leadrouting.deal;

/** Who does a piece of work, or who bills it. */
public enum Side {
    VENDOR,
    PARTNER
}
