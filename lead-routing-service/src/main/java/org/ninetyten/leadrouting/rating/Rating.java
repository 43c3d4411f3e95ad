package org.ninetyten.leadrouting.rating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side says after the work. Scores go from 1, bad, to 5, excellent.
 *
 * @param leadScore by the partner: how good the lead was; by the customer: how its wish was taken care of
 */
public record Rating(
        UUID id,
        UUID dealId,
        UUID partnerId,
        Side side,
        @Nullable Integer leadScore,
        int workScore,
        @Nullable String text,
        Instant ratedAt,
        String ratedBy) {

    /** Who says it. */
    public enum Side {
        PARTNER,
        CUSTOMER
    }

    /** What somebody says, before it is kept. */
    public record Said(
            @Nullable Integer leadScore,
            int workScore,
            @Nullable String text) {}
}
