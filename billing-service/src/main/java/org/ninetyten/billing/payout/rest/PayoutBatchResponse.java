package org.ninetyten.billing.payout.rest;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.billing.payout.PayoutBatch;

/** Payouts that the bank is told of in one file. */
record PayoutBatchResponse(
        UUID id,
        String messageId,
        String currency,
        int payouts,
        long totalMinor,
        Instant submittedAt,
        String submittedBy) {

    static PayoutBatchResponse from(PayoutBatch batch) {
        return new PayoutBatchResponse(
                batch.id(),
                batch.messageId(),
                batch.currency().getCurrencyCode(),
                batch.payouts(),
                batch.totalMinor(),
                batch.submittedAt(),
                batch.submittedBy());
    }
}
