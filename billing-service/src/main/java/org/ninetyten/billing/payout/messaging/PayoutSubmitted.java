package org.ninetyten.billing.payout.messaging;

import java.time.Instant;
import java.util.UUID;

/** The bank is told to pay a partner. */
record PayoutSubmitted(UUID payoutId, UUID partnerId, String currency, long amountMinor, Instant occurredAt) {}
