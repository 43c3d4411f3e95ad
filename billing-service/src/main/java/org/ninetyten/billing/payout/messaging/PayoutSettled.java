package org.ninetyten.billing.payout.messaging;

import java.time.Instant;
import java.util.UUID;

/** The bank has paid a partner. */
record PayoutSettled(UUID payoutId, UUID partnerId, String currency, long amountMinor, Instant occurredAt) {}
