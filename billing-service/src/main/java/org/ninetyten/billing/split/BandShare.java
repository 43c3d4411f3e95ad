package org.ninetyten.billing.split;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.Band;
import org.ninetyten.billing.plan.BandMode;
import org.ninetyten.billing.plan.SplitRule;

/**
 * The partner's exact share of an amount by bands.
 *
 * @param numerator in ten-thousandths of a minor unit
 * @param parts the bands that the amount lies in; none when one share counts for any amount
 */
record BandShare(BigInteger numerator, List<LineTrace.BandPart> parts) {

    /**
     * Shares an amount.
     *
     * @param sizeMinor not negative, in the line's currency
     * @param limits turns a limit of the plan's currency into the line's
     * @param feeBasisPoints kept back from each band's share
     */
    static BandShare of(SplitRule rule, BigInteger sizeMinor, LongUnaryOperator limits, int feeBasisPoints) {
        if (rule.hasOneShare()) {
            int share = rule.bands().getFirst().partnerBasisPoints() - feeBasisPoints;
            return new BandShare(sizeMinor.multiply(BigInteger.valueOf(share)), List.of());
        }
        BigInteger numerator = BigInteger.ZERO;
        List<LineTrace.BandPart> parts = new ArrayList<>();
        for (Band band : rule.bands()) {
            long from = band.fromMinor() == 0 ? 0 : limits.applyAsLong(band.fromMinor());
            @Nullable Long to = band.toMinor() == null ? null : Long.valueOf(limits.applyAsLong(band.toMinor()));
            BigInteger amount = rule.mode() == BandMode.MARGINAL
                    ? inside(sizeMinor, from, to)
                    : liesIn(sizeMinor, from, to) ? sizeMinor : BigInteger.ZERO;
            if (amount.signum() > 0) {
                int share = band.partnerBasisPoints() - feeBasisPoints;
                numerator = numerator.add(amount.multiply(BigInteger.valueOf(share)));
                parts.add(new LineTrace.BandPart(from, to, amount.longValueExact(), share));
            }
        }
        return new BandShare(numerator, parts);
    }

    private static BigInteger inside(BigInteger size, long from, @Nullable Long to) {
        BigInteger upTo = to == null ? size : size.min(BigInteger.valueOf(to));
        return upTo.subtract(BigInteger.valueOf(from)).max(BigInteger.ZERO);
    }

    private static boolean liesIn(BigInteger size, long from, @Nullable Long to) {
        return size.compareTo(BigInteger.valueOf(from)) >= 0
                && (to == null || size.compareTo(BigInteger.valueOf(to)) < 0);
    }
}
