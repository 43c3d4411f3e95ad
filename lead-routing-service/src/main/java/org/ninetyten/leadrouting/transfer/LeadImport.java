package org.ninetyten.leadrouting.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of leads and how far it was taken in.
 *
 * @param position rows that are committed
 * @param digest of these rows; absent before the first portion
 * @param failedLine the line from which on the file cannot be read
 */
public record LeadImport(
        UUID id,
        String client,
        String key,
        ImportFormat format,
        ImportState state,
        long position,
        @Nullable String digest,
        Counts counts,
        @Nullable Long failedLine,
        @Nullable String failure,
        Instant createdAt,
        Instant changedAt) {

    /**
     * What became of the rows.
     *
     * @param taken leads that are new
     * @param known leads whose external id was known already
     * @param merged leads that say the same as an open one of the same customer
     * @param review leads that a person looks at first
     */
    public record Counts(long taken, long known, long merged, long review, long spam, long rejected) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        public long read() {
            return taken + known + merged + review + spam + rejected;
        }
    }
}
