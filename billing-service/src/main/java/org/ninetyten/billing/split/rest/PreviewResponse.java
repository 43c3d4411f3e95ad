package org.ninetyten.billing.split.rest;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.split.LineSplit;
import org.ninetyten.billing.split.LineTrace;
import org.ninetyten.billing.split.PreviewSplit;

/** What an estimate would come to. */
@Schema(examples = """
        {"planVersion": 2, "currency": "EUR", "totalMinor": 1000000, "partnerMinor": 950000, "vendorMinor": 50000,
         "validPlanVersion": 1, "differenceMinor": 10000,
         "ninetyTen": {"passes": true, "licenceMinor": 100000, "totalMinor": 1000000, "shareBasisPoints": 1000,
          "missingServicesMinor": 0, "suggestions": []},
         "lines": []}
        """)
record PreviewResponse(
        @Schema(description = "0 for a draft.") int planVersion,
        String currency,
        long totalMinor,
        long partnerMinor,
        long vendorMinor,
        int validPlanVersion,

        @Schema(description = "What the partner would get more than by the plan that is valid on the invoice date.")
        long differenceMinor,

        NinetyTen ninetyTen,
        List<Line> lines) {

    /** A line; its trace says how the sum was made. */
    record Line(
            IncomePoint incomePoint,
            long netMinor,
            long partnerMinor,
            long vendorMinor,
            long validPartnerMinor,
            LineTrace trace) {}

    static PreviewResponse from(PreviewSplit.Estimate estimate) {
        List<LineSplit> under = estimate.under().lines();
        List<LineSplit> valid = estimate.valid().lines();
        return new PreviewResponse(
                estimate.under().planVersion(),
                estimate.under().deal().currency().getCurrencyCode(),
                estimate.under().deal().totalMinor(),
                estimate.under().partnerMinor(),
                estimate.under().vendorMinor(),
                estimate.valid().planVersion(),
                estimate.under().partnerMinor() - estimate.valid().partnerMinor(),
                estimate.under().ninetyTen(),
                IntStream.range(0, under.size())
                        .mapToObj(i -> new Line(
                                under.get(i).line().incomePoint(),
                                under.get(i).line().netMinor(),
                                under.get(i).partnerMinor(),
                                under.get(i).vendorMinor(),
                                valid.get(i).partnerMinor(),
                                under.get(i).trace()))
                        .toList());
    }
}
