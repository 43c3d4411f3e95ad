package org.ninetyten.billing.split.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.split.PostedSplit;

/** Whether a deal keeps 90/10, and what would make it. */
@Schema(examples = """
        {"dealId": "019ab0e8-2000-7b02-9b20-6b3c8d0e1f02", "currency": "EUR", "passes": true,
         "licenceMinor": 100000, "totalMinor": 1000000, "shareBasisPoints": 1000, "missingServicesMinor": 0,
         "suggestions": []}
        """)
record NinetyTenResponse(
        UUID dealId,
        String currency,
        boolean passes,
        long licenceMinor,
        long totalMinor,

        @Schema(description = "The licence's share of the total, rounded up.")
        long shareBasisPoints,

        @Schema(description = "How much more in services would make it pass.")
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
