package org.ninetyten.billing.payout;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one partner is paid at once in one currency.
 *
 * @param id the payout key, which the bank gives back
 * @param approvals how many people must approve
 * @param forced less than the minimum, and waiting for too long or of a partner that has left
 * @param bankStatus what the bank said last, in its own code
 */
public record Payout(
        UUID id,
        UUID runId,
        UUID partnerId,
        Currency currency,
        long amountMinor,
        int policyVersion,
        int approvals,
        boolean forced,
        PayoutState state,
        Instant draftedAt,
        String draftedBy,
        @Nullable UUID batchId,
        @Nullable UUID bankDetailId,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable String bankStatus,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String endedBy) {

    /** The key as it stands in files: 32 letters and digits, as ISO 20022 allows at most 35. */
    public String endToEndId() {
        return id.toString().replace("-", "");
    }

    /** The payout key of a file's text, or nothing when it can't be one of ours. */
    public static @Nullable UUID key(String endToEndId) {
        if (!endToEndId.matches("[0-9a-f]{32}")) {
            return null;
        }
        return UUID.fromString(endToEndId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }
}
