package org.ninetyten.billing.reimbursement.messaging;

import java.time.Instant;
import java.util.UUID;

/** The vendor owes a partner for an approved claim. Contract: {@code reimbursement.payable.v1}. */
record ReimbursementPayable(
        UUID claimId, UUID partnerId, String currency, long amountMinor, UUID journalEntryId, Instant occurredAt) {}
