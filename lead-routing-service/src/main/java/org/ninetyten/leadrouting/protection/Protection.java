package org.ninetyten.leadrouting.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's right to a customer and product.
 *
 * @param endedAt when it ended, other than by being live still
 * @param extendedAt when its one extension was given
 * @param proofWhat the activity that the extension was given for
 * @param proofOn the day of that activity
 */
public record Protection(
        UUID id,
        UUID registrationId,
        UUID customerId,
        String product,
        UUID partnerId,
        @Nullable UUID dealId,
        ProtectionState state,
        Instant grantedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant extendedAt,
        @Nullable String proofWhat,
        @Nullable LocalDate proofOn,
        int policyVersion,
        long version) {

    /** Whether it keeps other partners away at the instant: the worker that ends it may be a moment late. */
    public boolean isLiveAt(Instant instant) {
        return state == ProtectionState.LIVE && instant.isBefore(expiresAt);
    }
}
