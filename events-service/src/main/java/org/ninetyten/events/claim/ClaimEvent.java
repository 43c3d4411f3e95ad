package org.ninetyten.events.claim;

import java.time.Instant;
import java.util.List;

/** What other services hear about claims. */
public sealed interface ClaimEvent {

    /** A reimbursement is to be paid. */
    record ReimbursementApproved(
            Claim claim, long eligibleMinor, long approvedMinor, List<CostLine> lines, Instant occurredAt)
            implements ClaimEvent {}
}
