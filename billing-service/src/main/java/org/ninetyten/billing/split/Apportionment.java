package org.ninetyten.billing.split;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares out a whole in proportion to weights by largest remainder, exactly: the parts always sum to the whole. The
 * parts of a negative whole mirror those of the positive one, so that what is taken back is what was given.
 *
 * @param parts in the order of the weights
 * @param remainders what rounding down cut off each part, in units of one by the sum of the weights
 */
public record Apportionment(List<Long> parts, List<Long> remainders) {

    public Apportionment {
        parts = List.copyOf(parts);
        remainders = List.copyOf(remainders);
    }

    /**
     * Of equal remainders the one named first gets the unit left over.
     *
     * @param weights not negative and not all zero; together a long
     */
    public static Apportionment of(long whole, List<Long> weights) {
        BigInteger divisor = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (divisor.signum() == 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Weights are not negative and not all zero");
        }
        // The absolute value of the lowest long fits no long, hence a BigInteger here and not only for the product.
        BigInteger size = BigInteger.valueOf(whole).abs();
        return exact(
                whole,
                weights.stream()
                        .map(weight -> size.multiply(BigInteger.valueOf(weight)))
                        .toList(),
                divisor);
    }

    /**
     * Rounds exact parts to units.
     *
     * @param numerators the exact parts' sizes, in units of one by the divisor; together the size of the whole
     */
    static Apportionment exact(long whole, List<BigInteger> numerators, BigInteger divisor) {
        BigInteger size = BigInteger.valueOf(whole).abs();
        List<BigInteger[]> exact = numerators.stream()
                .map(numerator -> numerator.divideAndRemainder(divisor))
                .toList();
        int leftOver = exact.stream()
                .map(part -> part[0])
                .reduce(size, BigInteger::subtract)
                .intValueExact();
        List<Integer> rounded = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i)[1]).reversed())
                .limit(leftOver)
                .toList();
        BigInteger sign = BigInteger.valueOf(whole < 0 ? -1 : 1);
        return new Apportionment(
                IntStream.range(0, exact.size())
                        .mapToObj(i -> exact.get(i)[0]
                                .add(rounded.contains(i) ? BigInteger.ONE : BigInteger.ZERO)
                                .multiply(sign)
                                .longValueExact())
                        .toList(),
                exact.stream().map(part -> part[1].longValueExact()).toList());
    }
}
