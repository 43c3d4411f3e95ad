package org.ninetyten.billing.rate;

import java.util.Map;

/** Conversions for tests without a database. */
public final class ConversionsOfTests {

    private ConversionsOfTests() {}

    public static Conversions of(Conversions.Wanted wanted, Conversion conversion) {
        return new Conversions(Map.of(wanted, conversion));
    }
}
