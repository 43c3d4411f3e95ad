package org.ninetyten.leadrouting.transfer;

/** How the rows of a file are written. */
public enum ImportFormat {
    CSV,
    NDJSON
}
