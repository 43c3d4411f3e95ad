package org.ninetyten.leadrouting.dealpolicy;

/** What happens to a deal whose licence is more than a tenth. */
public enum NinetyTenMode {
    /** The estimate says so. */
    WARN,
    /** The deal cannot be won. */
    BLOCK,
    /** Nothing. */
    OFF
}
