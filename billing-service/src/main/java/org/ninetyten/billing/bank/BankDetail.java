package org.ninetyten.billing.bank;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's bank details as people may see them.
 *
 * @param masked the account's country and last four characters
 * @param usableFrom before this no payout uses them
 */
public record BankDetail(
        UUID id,
        UUID partnerId,
        String currency,
        String kind,
        String country,
        String masked,
        State state,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String why,
        @Nullable Instant usableFrom,
        @Nullable Instant endedAt) {

    /** Where details are between being proposed and being replaced. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REJECTED,
        /** Others took their place. */
        REPLACED,
        WITHDRAWN
    }
}
