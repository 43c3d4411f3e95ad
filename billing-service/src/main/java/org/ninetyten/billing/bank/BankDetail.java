package org.ninetyten.billing.bank;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's bank details as people may see them.
 *
 * @param masked the account's country and last four characters
 * @param usableFrom before this no payout uses them
 * @param endedAt from here on no payout uses them, which may be still to come
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
        /** Others take their place, from when they end. */
        REPLACED,
        /** Another proposal came, or they were stopped before they served. */
        WITHDRAWN
    }
}
