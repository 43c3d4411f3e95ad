package org.ninetyten.events.policy;

import java.math.BigInteger;

/**
 * The share of a cost that the programme pays back.
 *
 * @param basisPoints the share; 5000 is one half
 */
public record Share(int basisPoints) {

    private static final int WHOLE = 10_000;

    public Share {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A share is between nothing and the whole");
        }
    }

    /** The share of a cost, rounded down: never more than the share is paid back. */
    public long of(long costMinor) {
        return BigInteger.valueOf(costMinor)
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(BigInteger.valueOf(WHOLE))
                .longValueExact();
    }
}
