package org.ninetyten.billing.split;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A split in the books.
 *
 * @param revision 1 for the split of the won deal, more for its corrections
 * @param journalEntryId absent when there was nothing to book
 */
public record PostedSplit(
        UUID id,
        int revision,
        DealSplit split,
        @Nullable String correctionReason,
        @Nullable UUID journalEntryId,
        Instant postedAt) {}
