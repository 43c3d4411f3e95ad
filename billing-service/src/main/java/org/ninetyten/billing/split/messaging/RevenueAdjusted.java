package org.ninetyten.billing.split.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.split.AdjustedDeal;

/** What is left of a split deal for both sides. Contract: {@code split.adjusted.v1}. */
record RevenueAdjusted(
        UUID dealId,
        UUID partnerId,
        int revision,
        AdjustedDeal.Cause cause,
        @Nullable UUID refundId,
        LocalDate effective,
        String currency,
        long partnerChangeMinor,
        long vendorChangeMinor,
        long partnerMinor,
        long vendorMinor,
        List<Line> lines,
        Instant occurredAt) {

    record Line(UUID lineId, IncomePoint incomePoint, long partnerMinor, long vendorMinor) {}

    static RevenueAdjusted from(AdjustedDeal deal) {
        return new RevenueAdjusted(
                deal.dealId(),
                deal.partnerId(),
                deal.revision(),
                deal.cause(),
                deal.refundId(),
                deal.effective(),
                deal.currency(),
                deal.partnerChangeMinor(),
                deal.vendorChangeMinor(),
                deal.partnerMinor(),
                deal.vendorMinor(),
                deal.lines().stream()
                        .map(line ->
                                new Line(line.lineId(), line.incomePoint(), line.partnerMinor(), line.vendorMinor()))
                        .toList(),
                deal.occurredAt());
    }
}
