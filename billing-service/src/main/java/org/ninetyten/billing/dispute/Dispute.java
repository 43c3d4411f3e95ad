package org.ninetyten.billing.dispute;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute about one line.
 *
 * @param statementId the statement that the line is on, if it is on one
 * @param currency that of the line
 * @param correctionMinor added to what the partner is owed; 0 unless it was corrected
 */
public record Dispute(
        UUID id,
        UUID partnerId,
        UUID accrualId,
        @Nullable UUID statementId,
        String currency,
        DisputeReason reason,
        String text,
        Instant openedAt,
        String openedBy,
        Instant answerDue,
        DisputeState state,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        long correctionMinor,
        @Nullable UUID correctionAccrualId) {

    /** Whether it was answered too late, or isn't answered though it should be. */
    public boolean isLate(Instant now) {
        Instant answered = answeredAt == null ? now : answeredAt;
        return answered.isAfter(answerDue);
    }
}
