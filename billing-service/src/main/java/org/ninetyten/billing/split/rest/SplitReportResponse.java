package org.ninetyten.billing.split.rest;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.split.SplitQueries.Total;

/** What all splits of a period sum to, by currency. */
@Schema(examples = """
        {"from": "2026-11-01", "to": "2026-11-30", "totals": [
          {"currency": "EUR", "count": 1, "licenceMinor": 100000, "totalMinor": 1000000, "partnerMinor": 940000,
           "vendorMinor": 60000, "ninetyTenPassing": 1}]}
        """)
record SplitReportResponse(
        @Nullable LocalDate from, @Nullable LocalDate to, List<CurrencyTotal> totals) {

    record CurrencyTotal(
            String currency,
            long count,
            long licenceMinor,
            long totalMinor,
            long partnerMinor,
            long vendorMinor,

            @Schema(description = "How many of the deals keep 90/10.")
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
