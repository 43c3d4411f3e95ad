package org.ninetyten.events.claim;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ninetyten.events.policy.Share;

/**
 * What a claim pays back: the least of the programme's share of the eligible cost, the approved amount and what the
 * budget has left. It is spread over the lines by their eligible cost, and the parts sum to the whole.
 *
 * @param totalMinor what is paid back
 * @param limitedBy which of the three was the least
 * @param partsMinor the part of each line, in the order of the lines
 */
public record Reimbursement(long totalMinor, Limit limitedBy, List<Long> partsMinor) {

    /** What kept a reimbursement from being more. */
    public enum Limit {
        ELIGIBLE_COST,
        APPROVED_AMOUNT,
        BUDGET
    }

    public Reimbursement {
        partsMinor = List.copyOf(partsMinor);
    }

    /**
     * Calculates a reimbursement.
     *
     * @param eligibleMinor the eligible cost of each line
     * @param share the programme's share of the cost
     * @param approvedMinor the amount that was approved for the event
     * @param budgetLeftMinor what the budget can still pay
     */
    public static Reimbursement of(List<Long> eligibleMinor, Share share, long approvedMinor, long budgetLeftMinor) {
        if (eligibleMinor.stream().anyMatch(line -> line < 0) || approvedMinor < 0 || budgetLeftMinor < 0) {
            throw new IllegalArgumentException("Amounts of a reimbursement are never negative");
        }
        long eligibleShare =
                share.of(eligibleMinor.stream().mapToLong(Long::longValue).reduce(0, Math::addExact));
        long total = Math.min(eligibleShare, Math.min(approvedMinor, budgetLeftMinor));
        Limit limit = total == eligibleShare
                ? Limit.ELIGIBLE_COST
                : total == approvedMinor ? Limit.APPROVED_AMOUNT : Limit.BUDGET;
        return new Reimbursement(total, limit, spread(total, eligibleMinor));
    }

    /** Largest remainder: everybody gets the part rounded down, the rest goes one by one to the largest fractions. */
    private static List<Long> spread(long total, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return weights.stream().map(weight -> 0L).toList();
        }
        List<Long> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        long rest = total;
        for (long weight : weights) {
            BigInteger[] part = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(sum);
            parts.add(part[0].longValueExact());
            remainders.add(part[1]);
            rest -= part[0].longValueExact();
        }
        List<Integer> largestFirst = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> remainders.get(line))
                        .reversed())
                .toList();
        for (int line : largestFirst.subList(0, Math.toIntExact(rest))) {
            parts.set(line, parts.get(line) + 1);
        }
        return parts;
    }
}
