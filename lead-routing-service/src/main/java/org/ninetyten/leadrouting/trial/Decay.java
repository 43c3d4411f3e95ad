package org.ninetyten.leadrouting.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * How much of a signal is left after some time: one half after each half-life. In whole numbers, so that every machine
 * decides alike. The share is exact to a millionth.
 */
final class Decay {

    private static final int SHARE_BITS = 32;
    private static final int FRACTION_BITS = 24;

    /** The share of a signal that has just occurred. */
    static final long WHOLE = 1L << SHARE_BITS;

    /** 2^(-1/2), 2^(-1/4), 2^(-1/8) and so on, as shares. */
    private static final long[] ROOTS = roots();

    private Decay() {}

    /** The share of {@link #WHOLE} that is left at an age; a negative age counts as none. */
    static long share(Duration age, int halfLifeDays) {
        long seconds = Math.max(0, age.toSeconds());
        long halfLife = Duration.ofDays(halfLifeDays).toSeconds();
        long halvings = seconds / halfLife;
        if (halvings >= SHARE_BITS) {
            return 0;
        }
        long fraction = ((seconds % halfLife) << FRACTION_BITS) / halfLife;
        long share = WHOLE;
        for (int i = 0; i < FRACTION_BITS; i++) {
            if ((fraction >> (FRACTION_BITS - 1 - i) & 1) == 1) {
                share = Math.multiplyHigh(share << 16, ROOTS[i] << 16);
            }
        }
        return share >> halvings;
    }

    private static long[] roots() {
        MathContext exact = new MathContext(40);
        BigDecimal root = new BigDecimal("0.5");
        long[] roots = new long[FRACTION_BITS];
        for (int i = 0; i < FRACTION_BITS; i++) {
            root = root.sqrt(exact);
            roots[i] = root.multiply(BigDecimal.valueOf(WHOLE)).longValue();
        }
        return roots;
    }
}
