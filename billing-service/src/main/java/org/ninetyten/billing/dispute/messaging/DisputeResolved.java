package org.ninetyten.billing.dispute.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.dispute.Dispute;

/** A dispute has ended. Contract: {@code dispute.resolved.v1}. */
record DisputeResolved(
        UUID disputeId,
        UUID partnerId,
        UUID accrualId,
        String outcome,
        String currency,
        long correctionMinor,
        @Nullable UUID correctionAccrualId,
        boolean late,
        Instant occurredAt) {

    static DisputeResolved from(Dispute dispute) {
        Instant answeredAt = requireNonNull(dispute.answeredAt(), "what is resolved was answered");
        return new DisputeResolved(
                dispute.id(),
                dispute.partnerId(),
                dispute.accrualId(),
                dispute.state().name(),
                dispute.currency(),
                dispute.correctionMinor(),
                dispute.correctionAccrualId(),
                dispute.isLate(answeredAt),
                answeredAt);
    }
}
