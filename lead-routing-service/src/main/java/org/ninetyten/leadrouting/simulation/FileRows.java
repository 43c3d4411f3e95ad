package org.ninetyten.leadrouting.simulation;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;

/** The rows of a file of leads, read once from its beginning to its end. */
public interface FileRows extends AutoCloseable {

    /** The next row, or nothing after the last one. */
    @Nullable
    Row next() throws IOException;

    /** SHA-256 of everything that was read. */
    String digest();

    /** Whether there is a column that says to whom the leads went. */
    boolean compares();

    @Override
    void close() throws IOException;

    /** A row of the file. */
    sealed interface Row {

        /** A lead. */
        record Taken(
                Instant at,
                LeadSource source,
                @Nullable String country,
                @Nullable String subdivision,
                @Nullable Double latitude,
                @Nullable Double longitude,
                @Nullable String language,
                Set<IncomePoint> needs,
                @Nullable UUID partnerId)
                implements Row {}

        /** No lead, and why not. */
        record Rejected(long line, String field, String reason) implements Row {}
    }
}
