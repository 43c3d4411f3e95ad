package org.ninetyten.billing.split.rest;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.split.SplitQueries.Total;

/** What all splits of a period sum to, by currency. */
record SplitReportResponse(
        @Nullable LocalDate from, @Nullable LocalDate to, List<CurrencyTotal> totals) {

    record CurrencyTotal(
            @Schema(examples = "USD") String currency,
            @Schema(examples = "4238") long count,
            @Schema(examples = "1000553400") long licenceMinor,
            @Schema(examples = "1000553400") long totalMinor,
            @Schema(examples = "400221360") long partnerMinor,
            @Schema(examples = "600332040") long vendorMinor,

            @Schema(description = "How many of the deals keep 90/10.", examples = "0")
            long ninetyTenPassing) {

        static CurrencyTotal from(Total total) {
            return new CurrencyTotal(
                    total.currency(),
                    total.count(),
                    total.licenceMinor(),
                    total.totalMinor(),
                    total.partnerMinor(),
                    total.vendorMinor(),
                    total.passing());
        }
    }
}
