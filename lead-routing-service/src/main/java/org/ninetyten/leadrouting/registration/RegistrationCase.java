package org.ninetyten.leadrouting.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two partners that claim one customer.
 *
 * @param claimantId the partner that registered
 * @param holderId the partner that had a claim before
 * @param dueAt until when it is decided in time
 * @param escalatedAt when it was found to be late
 * @param why what the vendor's staff says among itself
 */
public record RegistrationCase(
        UUID id,
        UUID registrationId,
        ConflictCause cause,
        UUID claimantId,
        UUID holderId,
        CaseState state,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Winner winner,
        @Nullable DecisionReason reason,
        @Nullable String why,
        long version) {

    public boolean isParty(UUID partnerId) {
        return claimantId.equals(partnerId) || holderId.equals(partnerId);
    }
}
