package org.ninetyten.billing.rate.rest;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.rate.Conversion;
import org.ninetyten.billing.rate.ExchangeRate;

/** What a sum is worth in another currency, and by which rates. */
@Schema(examples = """
        {"from": "USD", "to": "EUR", "on": "2026-11-28", "amountMinor": 10000, "convertedMinor": 9249, "rates": [
          {"id": "019ab0fb-1000-7a1b-8a1b-0b1c2d3e4f1b", "source": "ECB", "base": "EUR", "quote": "USD", "on": "2026-11-27",
           "rate": 1.0812}]}
        """)
record ConversionResponse(
        String from,
        String to,
        LocalDate on,
        long amountMinor,
        long convertedMinor,

        @Schema(description = "The rates that were used; two where the way leads through another currency.")
        List<ExchangeRate> rates) {

    static ConversionResponse of(Conversion conversion, LocalDate on, long amountMinor) {
        return new ConversionResponse(
                conversion.from().getCurrencyCode(),
                conversion.to().getCurrencyCode(),
                on,
                amountMinor,
                conversion.convert(amountMinor),
                conversion.rates());
    }
}
