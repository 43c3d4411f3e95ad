package org.ninetyten.billing.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * Turns sums of one currency into another one's. Exact until the last step, which rounds half to even.
 *
 * @param numerator with the denominator, how many units of {@code to} one unit of {@code from} is worth
 * @param rates what it was made from; empty between a currency and itself
 */
public record Conversion(
        Currency from, Currency to, BigDecimal numerator, BigDecimal denominator, List<ExchangeRate> rates) {

    public Conversion {
        rates = List.copyOf(rates);
    }

    /** Leaves sums as they are. */
    public static Conversion identity(Currency currency) {
        return new Conversion(currency, currency, BigDecimal.ONE, BigDecimal.ONE, List.of());
    }

    /** Minor units of {@code from} in minor units of {@code to}. */
    public long convert(long minor) {
        return between(minor, from, to, numerator, denominator);
    }

    /** Minor units of {@code to} in minor units of {@code from}. */
    public long convertBack(long minor) {
        return between(minor, to, from, denominator, numerator);
    }

    private static long between(long minor, Currency from, Currency to, BigDecimal times, BigDecimal by) {
        return BigDecimal.valueOf(minor)
                .movePointLeft(from.getDefaultFractionDigits())
                .multiply(times)
                .movePointRight(to.getDefaultFractionDigits())
                .divide(by, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
