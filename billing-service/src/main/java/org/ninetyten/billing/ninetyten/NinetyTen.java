package org.ninetyten.billing.ninetyten;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;

/**
 * Whether a deal keeps the rule that the licence is at most a tenth of the bill, in integers and without tax.
 *
 * @param shareBasisPoints the licence's share of the total, rounded up: a share never looks better than it is
 * @param missingServicesMinor how much more in services would make it pass
 * @param suggestions services that the deal doesn't have, when it fails
 */
public record NinetyTen(
        boolean passes,
        long licenceMinor,
        long totalMinor,
        long shareBasisPoints,
        long missingServicesMinor,
        List<IncomePoint> suggestions) {

    public NinetyTen {
        suggestions = List.copyOf(suggestions);
    }

    /** Checks a deal against the limit of the plan. */
    public static NinetyTen check(long licenceMinor, long totalMinor, Set<IncomePoint> sold, SplitPlan plan) {
        BigInteger limit = BigInteger.valueOf(plan.terms().licenceLimitBasisPoints());
        BigInteger scaledLicence = BigInteger.valueOf(licenceMinor).multiply(BigInteger.valueOf(SplitRule.WHOLE));
        BigInteger total = BigInteger.valueOf(totalMinor);
        boolean passes = scaledLicence.compareTo(total.multiply(limit)) <= 0;
        BigInteger missing =
                passes ? BigInteger.ZERO : roundedUp(scaledLicence, limit).subtract(total);
        BigInteger share = totalMinor > 0 && licenceMinor > 0 ? roundedUp(scaledLicence, total) : BigInteger.ZERO;
        List<IncomePoint> suggestions = passes
                ? List.of()
                : plan.suggestions().stream()
                        .filter(service -> !sold.contains(service))
                        .limit(plan.terms().suggestionLimit())
                        .toList();
        return new NinetyTen(passes, licenceMinor, totalMinor, capped(share), capped(missing), suggestions);
    }

    private static BigInteger roundedUp(BigInteger dividend, BigInteger positiveDivisor) {
        BigInteger[] parts = dividend.divideAndRemainder(positiveDivisor);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** Advice about a sum beyond all money is no reason to refuse the deal. */
    private static long capped(BigInteger value) {
        return value.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
