package org.ninetyten.billing.rate.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.rate.NewRate;
import org.ninetyten.messaging.http.ProblemException;

/** A rate to keep. */
@Schema(examples = """
        {"source": "Bank of England", "base": "GBP", "quote": "USD", "on": "2026-11-27", "rate": 1.2718,
         "why": "the bank's own rate of the payment"}
        """)
record RateRequest(
        @NotBlank @Size(max = 50) String source,
        @NotNull @Size(max = 3) String base,
        @NotNull @Size(max = 3) String quote,
        @NotNull LocalDate on,

        @Schema(description = "How many of the quote one base is worth; at most 12 decimals.") @NotNull
        BigDecimal rate,

        @NotBlank @Size(max = 1000) String why) {

    NewRate newRate() {
        Currency from = field("base", () -> NewRate.currency(base));
        Currency to = field("quote", () -> NewRate.currency(quote));
        if (from.equals(to)) {
            throw ProblemException.invalid("quote", "is the base itself");
        }
        if (on.getYear() < 1900 || on.getYear() > 9999) {
            throw ProblemException.invalid("on", "is no day of exchange rates");
        }
        return field("rate", () -> new NewRate(source, from, to, on, rate));
    }

    private static <T> T field(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(name, String.valueOf(e.getMessage()).replaceFirst("^" + name + " ", ""));
        }
    }
}
