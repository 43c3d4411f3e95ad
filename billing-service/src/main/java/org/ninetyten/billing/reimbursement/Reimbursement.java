package org.ninetyten.billing.reimbursement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor pays back of a partner's event.
 *
 * @param journalEntryId absent when nothing was approved
 */
public record Reimbursement(
        UUID claimId,
        UUID eventId,
        UUID partnerId,
        String currency,
        long eligibleMinor,
        long approvedMinor,
        @Nullable UUID journalEntryId,
        Instant postedAt) {}
