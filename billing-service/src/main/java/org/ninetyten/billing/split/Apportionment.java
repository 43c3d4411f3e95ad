package org.ninetyten.billing.split;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares out a whole in proportion to weights by largest remainder, exactly: the parts always sum to the whole. The
 * parts of a negative whole mirror those of the positive one, so that what is taken back is what was given.
 *
 * @param parts in the order of the weights
 * @param remainders what rounding down cut off each part, in units of 1 / {@code divisor}
 * @param divisor the sum of the weights
 */
public record Apportionment(long[] parts, long[] remainders, long divisor) {

    /** Of equal remainders the one named first gets the unit left over. */
    public static Apportionment of(long whole, int... weights) {
        long divisor = Arrays.stream(weights).asLongStream().sum();
        if (divisor <= 0 || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Weights are not negative and not all zero");
        }
        // The absolute value of the lowest long fits no long, hence a BigInteger here and not only for the product.
        BigInteger size = BigInteger.valueOf(whole).abs();
        BigInteger by = BigInteger.valueOf(divisor);
        BigInteger[] parts = new BigInteger[weights.length];
        long[] remainders = new long[weights.length];
        BigInteger left = size;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] exact = size.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(by);
            parts[i] = exact[0];
            remainders[i] = exact[1].longValueExact();
            left = left.subtract(exact[0]);
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left.intValueExact())
                .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        BigInteger sign = BigInteger.valueOf(whole < 0 ? -1 : 1);
        return new Apportionment(
                Arrays.stream(parts)
                        .mapToLong(part -> part.multiply(sign).longValueExact())
                        .toArray(),
                remainders,
                divisor);
    }
}
