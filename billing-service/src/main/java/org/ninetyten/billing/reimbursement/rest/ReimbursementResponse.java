package org.ninetyten.billing.reimbursement.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.reimbursement.Reimbursement;

/** What the vendor owes for an event's claim. */
@Schema(examples = """
        {"claimId": "019ab0f4-1000-7a11-8a11-1a2b3c4d5e11", "eventId": "0193a1b2-0000-7000-8000-0000000000e1",
         "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "currency": "EUR", "eligibleMinor": 300001,
         "approvedMinor": 150000, "journalEntryId": "019ab0f4-2000-7b12-8b12-2b3c4d5e6f12",
         "postedAt": "2026-11-23T10:20:00Z"}
        """)
record ReimbursementResponse(
        UUID claimId,
        UUID eventId,
        UUID partnerId,
        String currency,
        long eligibleMinor,
        long approvedMinor,

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
