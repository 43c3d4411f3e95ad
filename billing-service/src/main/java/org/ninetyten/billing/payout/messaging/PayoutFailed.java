package org.ninetyten.billing.payout.messaging;

import java.time.Instant;
import java.util.UUID;

/** The bank has not paid a partner; the reason is a code of ISO 20022 or one of ours. */
record PayoutFailed(
        UUID payoutId, UUID partnerId, String currency, long amountMinor, String reason, Instant occurredAt) {}
