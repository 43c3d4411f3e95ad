package org.ninetyten.billing.payout.messaging;

import java.time.Instant;
import java.util.UUID;

/** A reimbursement has arrived at the partner. */
record ReimbursementPaid(
        UUID claimId, UUID partnerId, String currency, long amountMinor, UUID payoutId, Instant occurredAt) {}
