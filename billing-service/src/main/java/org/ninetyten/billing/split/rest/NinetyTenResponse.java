package org.ninetyten.billing.split.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.split.PostedSplit;

/** Whether a deal keeps 90/10, and what would make it. */
record NinetyTenResponse(
        UUID dealId,
        @Schema(examples = "EUR") String currency,
        boolean passes,
        @Schema(examples = "100000") long licenceMinor,
        @Schema(examples = "999900") long totalMinor,

        @Schema(description = "The licence's share of the total, rounded up.", examples = "1001")
        long shareBasisPoints,

        @Schema(description = "How much more in services would make it pass.", examples = "100")
        long missingServicesMinor,

        List<IncomePoint> suggestions) {

    static NinetyTenResponse from(PostedSplit posted) {
        NinetyTen result = posted.split().ninetyTen();
        return new NinetyTenResponse(
                posted.split().deal().dealId(),
                posted.split().deal().currency().getCurrencyCode(),
                result.passes(),
                result.licenceMinor(),
                result.totalMinor(),
                result.shareBasisPoints(),
                result.missingServicesMinor(),
                result.suggestions());
    }
}
