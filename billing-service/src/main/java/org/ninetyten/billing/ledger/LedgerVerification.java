package org.ninetyten.billing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole hash chain found.
 *
 * @param sealed entries in the chain
 * @param waiting entries that are not yet in it
 * @param headPosition the last link, 0 for an empty chain
 * @param headHash its hash in hexadecimal: whoever keeps it elsewhere can tell whether the chain was written anew
 * @param findings the first hundred; empty when every row is as it was booked
 */
public record LedgerVerification(
        UUID id,
        Instant at,
        String who,
        long sealed,
        long waiting,
        long headPosition,
        @Nullable String headHash,
        List<Finding> findings) {

    public LedgerVerification {
        findings = List.copyOf(findings);
    }

    /** Whether every row is as it was booked. */
    public boolean intact() {
        return findings.isEmpty();
    }

    /** What is wrong with a row. */
    public enum Kind {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        /** Neither sealed nor waiting for it: it did not come through the ledger. */
        ENTRY_STRANGE,
        POSTING_CHANGED,
        POSTING_MISSING,
        POSTING_ADDED,
        LINK_MISSING,
        /** The hash of a link does not follow from the one before. */
        LINK_CHANGED,
        /** An earlier verification saw another hash at its head. */
        CHAIN_REWRITTEN
    }

    /**
     * One row that is not as it was.
     *
     * @param position the link of the chain
     * @param line the posting's
     */
    public record Finding(
            Kind kind,
            @Nullable Long position,
            @Nullable UUID entryId,
            @Nullable Integer line) {}
}
