package org.ninetyten.billing.policy.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.ninetyten.billing.policy.PayoutPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** A further version of the payout policy. */
record PayoutPolicyRequest(
        @NotNull Instant validFrom,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long minimumMinor,
        @NotNull @Min(0) @Max(1_000_000_000_000L) Long fourEyesMinor,
        @NotNull @Min(1) @Max(120) Integer forcedAfterMonths,
        @NotNull @Min(0) @Max(720) Integer coolingOffHours,
        @NotNull @Min(1) @Max(720) Integer answerHours,
        @NotNull @Min(0) @Max(30) Integer rateMaxAgeDays,
        @NotBlank @Size(max = 1000) String why) {

    PayoutPolicy draft(String by, Instant now) {
        Currency known;
        try {
            known = Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("currency", "must be an ISO 4217 currency code such as EUR");
        }
        return new PayoutPolicy(
                0,
                validFrom,
                known,
                minimumMinor,
                fourEyesMinor,
                forcedAfterMonths,
                Duration.ofHours(coolingOffHours),
                Duration.ofHours(answerHours),
                rateMaxAgeDays,
                now,
                by,
                why);
    }
}
