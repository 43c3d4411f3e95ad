package org.ninetyten.billing.reimbursement.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.reimbursement.Reimbursement;

/** What the vendor owes for an event's claim. */
record ReimbursementResponse(
        UUID claimId,
        UUID eventId,
        UUID partnerId,
        @Schema(examples = "EUR") String currency,
        @Schema(examples = "300001") long eligibleMinor,
        @Schema(examples = "150000") long approvedMinor,

        @Schema(description = "Absent when nothing was approved.") @Nullable
        UUID journalEntryId,

        Instant postedAt) {

    static ReimbursementResponse from(Reimbursement reimbursement) {
        return new ReimbursementResponse(
                reimbursement.claimId(),
                reimbursement.eventId(),
                reimbursement.partnerId(),
                reimbursement.currency(),
                reimbursement.eligibleMinor(),
                reimbursement.approvedMinor(),
                reimbursement.journalEntryId(),
                reimbursement.postedAt());
    }
}
