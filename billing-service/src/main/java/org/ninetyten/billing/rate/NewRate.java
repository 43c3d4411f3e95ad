package org.ninetyten.billing.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** A rate that somebody says, not yet kept. */
public record NewRate(String source, Currency base, Currency quote, LocalDate on, BigDecimal rate) {

    /** Digits after the point that are kept of a rate. */
    public static final int MOST_DECIMALS = 12;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(MOST_DECIMALS);

    public NewRate {
        if (base.equals(quote)) {
            throw new IllegalArgumentException("quote is the base itself");
        }
        if (rate.signum() <= 0 || rate.compareTo(LARGEST) >= 0) {
            throw new IllegalArgumentException("rate is not above 0 and below 10^12");
        }
        if (rate.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("rate has more than " + MOST_DECIMALS + " decimals");
        }
    }

    /**
     * The currency of a code.
     *
     * @throws IllegalArgumentException when there is none, or it is no money that can be owed, such as gold
     */
    public static Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same refusal.
        }
        throw new IllegalArgumentException("is not a currency of ISO 4217 that can be owed, such as EUR");
    }
}
