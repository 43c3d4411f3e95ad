package org.ninetyten.billing.plan;

import org.jspecify.annotations.Nullable;

/**
 * The share of amounts in a range, in minor units of the plan's currency.
 *
 * @param fromMinor inclusive
 * @param toMinor exclusive; absent in the last band, which has no end
 */
public record Band(long fromMinor, @Nullable Long toMinor, int partnerBasisPoints) {

    public Band {
        if (fromMinor < 0 || (toMinor != null && toMinor <= fromMinor)) {
            throw new IllegalArgumentException("A band from %d to %s holds nothing".formatted(fromMinor, toMinor));
        }
        if (partnerBasisPoints < 0 || partnerBasisPoints > SplitRule.WHOLE) {
            throw new IllegalArgumentException("A share lies between 0 and 10000 basis points");
        }
    }
}
