package org.ninetyten.billing.split.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.split.DealSplit;
import org.ninetyten.billing.split.LineSplit;
import org.ninetyten.billing.split.LineTrace;
import org.ninetyten.billing.split.PostedSplit;

/** A won deal is split and posted, or its split is corrected. Contract: {@code split.posted.v1}. */
record RevenueSplit(
        UUID splitId,
        UUID dealId,
        UUID partnerId,
        int revision,
        @Nullable String correctionReason,
        int planVersion,
        Tier tier,
        LocalDate invoiceDate,
        String currency,
        long totalMinor,
        long partnerMinor,
        long vendorMinor,
        List<Line> lines,
        NinetyTen ninetyTen,
        Instant occurredAt) {

    record Line(
            UUID lineId,
            IncomePoint incomePoint,
            long netMinor,
            long partnerMinor,
            long vendorMinor,
            int rateBasisPoints,
            Party billedBy,
            String rule,
            LineTrace.@Nullable ZeroReason reason) {

        static Line from(LineSplit split) {
            return new Line(
                    split.line().lineId(),
                    split.line().incomePoint(),
                    split.line().netMinor(),
                    split.partnerMinor(),
                    split.vendorMinor(),
                    split.trace().rateBasisPoints(),
                    split.line().billedBy(),
                    split.trace().rule(),
                    split.trace().reason());
        }
    }

    record NinetyTen(
            boolean passes,
            long licenceMinor,
            long totalMinor,
            long missingServicesMinor,
            List<IncomePoint> suggestions) {}

    static RevenueSplit from(PostedSplit posted) {
        DealSplit split = posted.split();
        return new RevenueSplit(
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
                new NinetyTen(
                        split.ninetyTen().passes(),
                        split.ninetyTen().licenceMinor(),
                        split.ninetyTen().totalMinor(),
                        split.ninetyTen().missingServicesMinor(),
                        split.ninetyTen().suggestions()),
                posted.postedAt());
    }
}
