package org.ninetyten.billing.payout.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.ninetyten.messaging.http.ProblemException;

/** In which currency approved payouts are told to the bank. */
record SubmitRequest(
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 currency code such as EUR")
        String currency) {

    Currency known() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }
}
