package org.ninetyten.billing.dispute.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.dispute.Dispute;
import org.ninetyten.billing.dispute.DisputeReason;
import org.ninetyten.billing.dispute.DisputeState;

/** A dispute about one line. */
@Schema(examples = """
        {"id": "019ab0fc-1000-7a1a-8a1a-0a1b2c3d4f2a", "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081",
         "accrualId": "019ab0fa-1000-7a1a-8a1a-0a1b2c3d4e1a", "statementId": "019ab0fb-1000-7a1a-8a1a-0a1b2c3d4f1a",
         "currency": "EUR", "reason": "WRONG_TIER", "text": "We have been Certified since 1 September.",
         "openedAt": "2026-11-02T09:30:00Z", "openedBy": "ada", "answerDue": "2026-11-05T09:30:00Z", "late": false,
         "state": "CORRECTED", "answer": "The difference is added.", "answeredAt": "2026-11-04T15:00:00Z",
         "answeredBy": "finance", "correctionMinor": 5000, "correctionAccrualId": "019ab0fc-2000-7b1b-8b1b-1b2c3d4e5f3b"}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisputeResponse(
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

        @Schema(description = "Answered too late, or not answered though it should be.")
        boolean late,

        DisputeState state,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,

        @Schema(description = "Added to what the partner is owed, on the next statement.")
        long correctionMinor,

        @Nullable UUID correctionAccrualId) {

    static DisputeResponse from(Dispute dispute, Instant now) {
        return new DisputeResponse(
                dispute.id(),
                dispute.partnerId(),
                dispute.accrualId(),
                dispute.statementId(),
                dispute.currency(),
                dispute.reason(),
                dispute.text(),
                dispute.openedAt(),
                dispute.openedBy(),
                dispute.answerDue(),
                dispute.isLate(now),
                dispute.state(),
                dispute.answer(),
                dispute.answeredAt(),
                dispute.answeredBy(),
                dispute.correctionMinor(),
                dispute.correctionAccrualId());
    }
}
