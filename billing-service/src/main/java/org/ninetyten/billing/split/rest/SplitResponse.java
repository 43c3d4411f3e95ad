package org.ninetyten.billing.split.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.split.DealSplit;
import org.ninetyten.billing.split.LineSplit;
import org.ninetyten.billing.split.LineTrace;
import org.ninetyten.billing.split.PostedSplit;

/** Who gets what of a deal, and why. */
record SplitResponse(
        UUID id,
        UUID dealId,
        UUID partnerId,

        @Schema(description = "1 for the split of the won deal, more for its corrections.", examples = "1")
        int revision,

        @Nullable String correctionReason,
        @Schema(examples = "1") int planVersion,
        Tier tier,
        LocalDate invoiceDate,
        @Schema(examples = "EUR") String currency,
        @Schema(examples = "1000000") long totalMinor,
        @Schema(examples = "940000") long partnerMinor,
        @Schema(examples = "60000") long vendorMinor,
        List<Line> lines,
        NinetyTenResponse ninetyTen,

        @Schema(description = "Absent when there was nothing to book.") @Nullable
        UUID journalEntryId,

        Instant postedAt) {

    record Line(
            UUID lineId,
            IncomePoint incomePoint,
            @Schema(examples = "100000") long netMinor,
            @Schema(examples = "40000") long partnerMinor,
            @Schema(examples = "60000") long vendorMinor,
            Party billedBy,

            @Schema(description = "How the line was split, so that anybody can do the sum again.")
            LineTrace trace) {

        static Line from(LineSplit split) {
            return new Line(
                    split.line().lineId(),
                    split.line().incomePoint(),
                    split.line().netMinor(),
                    split.partnerMinor(),
                    split.vendorMinor(),
                    split.line().billedBy(),
                    split.trace());
        }
    }

    static SplitResponse from(PostedSplit posted) {
        DealSplit split = posted.split();
        return new SplitResponse(
                posted.id(),
                split.deal().dealId(),
                split.deal().partnerId(),
                posted.revision(),
                posted.correctionReason(),
                split.planVersion(),
                split.tier().tier(),
                split.deal().invoiceDate(),
                split.deal().currency().getCurrencyCode(),
                split.deal().totalMinor(),
                split.partnerMinor(),
                split.vendorMinor(),
                split.lines().stream().map(Line::from).toList(),
                NinetyTenResponse.from(posted),
                posted.journalEntryId(),
                posted.postedAt());
    }
}
