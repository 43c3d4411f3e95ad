package org.ninetyten.leadrouting.transfer;

import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.NewLead;

/** The rows of a file of leads, one after the other. */
public interface LeadRows extends AutoCloseable {

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws IOException when the sender stopped sending
     * @throws Unreadable when nothing behind this place can be told apart
     */
    boolean next() throws IOException;

    /** The line on which the present row begins, from 1. */
    long line();

    /** Adds what holds for all rows to a digest, such as the header. */
    void addPreambleTo(MessageDigest digest);

    /** Adds what the present row says to a digest. */
    void addTo(MessageDigest digest);

    /** Reads the present row. */
    Row read();

    @Override
    void close() throws IOException;

    /**
     * A row as it was read: a lead, or why there is none.
     *
     * @param field the first field that is wrong
     */
    record Row(
            long line,
            @Nullable NewLead lead,
            @Nullable String field,
            @Nullable String reason) {

        /** A row that holds a lead. */
        public static Row of(long line, NewLead lead) {
            return new Row(line, lead, null, null);
        }

        /** A row that is not taken. */
        public static Row rejected(long line, String field, String reason) {
            return new Row(line, null, field, reason);
        }
    }

    /** Says that the file is no such file from some line on, or altogether. */
    class Unreadable extends RuntimeException {

        private final long line;

        /** The line is the one from which on nothing can be read. */
        public Unreadable(long line, String reason) {
            super(reason);
            this.line = line;
        }

        public long line() {
            return line;
        }
    }
}
