package org.ninetyten.billing.rate;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/** The conversions that a piece of work needs, read before it. */
public final class Conversions {

    /** For work in one currency. */
    public static final Conversions NONE = new Conversions(Map.of());

    private final Map<Wanted, Conversion> known;

    Conversions(Map<Wanted, Conversion> known) {
        this.known = Map.copyOf(known);
    }

    /**
     * A conversion on a day.
     *
     * @param maxAgeDays how old the rate may be then
     */
    public record Wanted(Currency from, Currency to, LocalDate on, int maxAgeDays) {}

    /**
     * The conversion.
     *
     * @throws IllegalArgumentException when no rate is known that is recent enough
     */
    public Conversion require(Wanted wanted) {
        if (wanted.from().equals(wanted.to())) {
            return Conversion.identity(wanted.from());
        }
        Conversion conversion = known.get(wanted);
        if (conversion == null) {
            throw new IllegalArgumentException("There is no exchange rate from %s to %s of %s or up to %d days before"
                    .formatted(wanted.from(), wanted.to(), wanted.on(), wanted.maxAgeDays()));
        }
        return conversion;
    }
}
