package org.ninetyten.billing.dispute.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.dispute.Dispute;

/** A partner disputes one line. Contract: {@code dispute.opened.v1}. */
record DisputeOpened(
        UUID disputeId,
        UUID partnerId,
        UUID accrualId,
        @Nullable UUID statementId,
        String reason,
        Instant answerDue,
        Instant occurredAt) {

    static DisputeOpened from(Dispute dispute) {
        return new DisputeOpened(
                dispute.id(),
                dispute.partnerId(),
                dispute.accrualId(),
                dispute.statementId(),
                dispute.reason().name(),
                dispute.answerDue(),
                dispute.openedAt());
    }
}
