package org.ninetyten.events.claim.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.claim.Claim;
import org.ninetyten.events.claim.ClaimStatus;
import org.ninetyten.events.claim.CostCategory;
import org.ninetyten.events.claim.CostLine;
import org.ninetyten.events.claim.Reimbursement.Limit;

/** A claim with its lines, as its partner and the vendor see it. */
@Schema(examples = """
        {"id": "0193a1b2-0000-7000-8000-0000000000c1", "eventId": "0193a1b2-0000-7000-8000-0000000000e1",
         "partnerId": "0193a1b2-0000-7000-8000-0000000000a1", "status": "PARTLY_APPROVED", "deadline": "2027-01-14",
         "currency": "EUR", "limitMinor": 200000, "policyVersion": 1, "openedAt": "2026-12-16T09:00:00Z",
         "submittedAt": "2026-12-17T09:00:00Z", "decidedAt": "2026-12-20T12:00:00Z", "eligibleMinor": 300001,
         "approvedMinor": 150000, "limitedBy": "ELIGIBLE_COST", "lines": [
          {"lineId": "0193a1b2-0000-7000-8000-0000000000f1", "category": "VENUE", "supplier": "Riverside Hall",
           "supplierTaxId": "RU1655000000", "invoiceNumber": "2026-118", "invoiceDate": "2026-12-14",
           "netMinor": 200000, "eligibleMinor": 200000, "approvedMinor": 100000},
          {"lineId": "0193a1b2-0000-7000-8000-0000000000f2", "category": "CATERING", "supplier": "Volga Kitchen",
           "supplierTaxId": "RU1655000001", "invoiceNumber": "77", "invoiceDate": "2026-12-15",
           "netMinor": 120001, "eligibleMinor": 100001, "approvedMinor": 50000, "reason": "Alcohol is not eligible"}]}
        """)
record ClaimResponse(
        UUID id,
        UUID eventId,
        UUID partnerId,
        ClaimStatus status,

        @Schema(description = "The last day to submit it, in the event's zone.")
        LocalDate deadline,

        String currency,

        @Schema(description = "The amount approved for the event, the most that is paid back.")
        long limitMinor,

        int policyVersion,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable Long eligibleMinor,

        @Schema(description = "The reimbursement.") @Nullable
        Long approvedMinor,

        @Schema(description = "What kept the reimbursement from being more.") @Nullable
        Limit limitedBy,

        @Nullable UUID journalEntryId,
        List<Line> lines) {

    /** One invoice and what was decided of it. */
    @Schema(name = "DecidedLine")
    record Line(
            UUID lineId,
            CostCategory category,
            String supplier,
            String supplierTaxId,
            String invoiceNumber,
            LocalDate invoiceDate,
            long netMinor,
            @Nullable String description,
            @Nullable Long eligibleMinor,
            @Nullable Long approvedMinor,
            @Nullable String reason) {

        static Line from(CostLine line) {
            return new Line(
                    line.id(),
                    line.category(),
                    line.supplier(),
                    line.supplierTaxId(),
                    line.invoiceNumber(),
                    line.invoiceDate(),
                    line.netMinor(),
                    line.description(),
                    line.eligibleMinor(),
                    line.approvedMinor(),
                    line.reason());
        }
    }

    static ClaimResponse from(Claim claim, List<CostLine> lines) {
        return new ClaimResponse(
                claim.id(),
                claim.eventId(),
                claim.partnerId(),
                claim.status(),
                claim.deadline(),
                claim.currency(),
                claim.limitMinor(),
                claim.policyVersion(),
                claim.openedAt(),
                claim.submittedAt(),
                claim.decidedAt(),
                claim.eligibleMinor(),
                claim.approvedMinor(),
                claim.limitedBy(),
                claim.journalEntryId(),
                lines.stream().map(Line::from).toList());
    }
}
