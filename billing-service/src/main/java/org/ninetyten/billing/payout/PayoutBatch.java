package org.ninetyten.billing.payout;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** Payouts in one currency that the bank is told of in one file. */
public record PayoutBatch(
        UUID id,
        String messageId,
        Currency currency,
        int payouts,
        long totalMinor,
        Instant submittedAt,
        String submittedBy) {}
