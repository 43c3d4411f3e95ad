package org.ninetyten.billing.ledger.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.LedgerQueries.BookedEntry;

/** An entry of the ledger. A partner sees the postings to its own accounts. */
@Schema(examples = """
        {"id": "019ab0f4-2000-7b12-8b12-2b3c4d5e6f12", "kind": "REIMBURSEMENT",
         "reference": "019ab0f4-1000-7a11-8a11-1a2b3c4d5e11", "revision": 1, "effective": "2026-11-23",
         "postedAt": "2026-11-23T10:20:00Z", "description": "Reimbursement of an event's cost", "postings": [
          {"account": "reimbursement-expense:EUR", "type": "REIMBURSEMENT_EXPENSE", "currency": "EUR", "amountMinor": 150000},
          {"account": "partner-payable:EUR:019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "type": "PARTNER_PAYABLE", "currency": "EUR", "amountMinor": -150000}]}
        """)
record JournalEntryResponse(
        UUID id,
        JournalEntry.Kind kind,

        @Schema(description = "The deal or claim that is booked.")
        UUID reference,

        @Schema(description = "1 for the first entry of the reference, more for corrections.")
        int revision,

        @Schema(description = "The day that the business counts it for.")
        LocalDate effective,

        Instant postedAt,
        String description,
        List<PostingResponse> postings) {

    record PostingResponse(
            String account,
            AccountType type,
            String currency,

            @Schema(description = "A debit when positive, a credit when negative.")
            long amountMinor) {}

    static JournalEntryResponse from(BookedEntry entry) {
        return new JournalEntryResponse(
                entry.id(),
                entry.kind(),
                entry.reference(),
                entry.revision(),
                entry.effective(),
                entry.postedAt(),
                entry.description(),
                entry.postings().stream()
                        .map(posting -> new PostingResponse(
                                posting.account(), posting.type(), posting.currency(), posting.amountMinor()))
                        .toList());
    }
}
