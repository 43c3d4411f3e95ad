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
record JournalEntryResponse(
        UUID id,
        JournalEntry.Kind kind,

        @Schema(description = "The deal or claim that is booked.")
        UUID reference,

        @Schema(description = "1 for the first entry of the reference, more for corrections.", examples = "1")
        int revision,

        @Schema(description = "The day that the business counts it for.")
        LocalDate effective,

        Instant postedAt,
        String description,
        List<PostingResponse> postings) {

    record PostingResponse(
            @Schema(examples = "vendor-revenue:EUR") String account,
            AccountType type,
            @Schema(examples = "EUR") String currency,

            @Schema(description = "A debit when positive, a credit when negative.", examples = "-60000")
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
