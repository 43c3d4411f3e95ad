package org.ninetyten.leadrouting.transfer;

/** How far an import has come. */
public enum ImportState {
    /** Its file is being read at this moment. */
    RUNNING,
    /** All rows are taken or rejected. */
    FINISHED,
    /** The file cannot be read from some line on; the rows before it are taken. */
    FAILED,
    /** The sender or the service stopped in the middle. The same file, sent again, goes on. */
    INTERRUPTED
}
