package org.ninetyten.leadrouting.deal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ninetyten.leadrouting.dealpolicy.NinetyTenMode;
import org.ninetyten.leadrouting.partner.IncomePoint;

/**
 * The central rule: the licence is at most a tenth of the customer's bill, without tax. All in minor units and integers.
 *
 * @param shareBasisPoints the licence's share of the total, in hundredths of a per cent, rounded down
 * @param missingServicesMinor how much service the estimate lacks to pass
 * @param suggestions what else the partner could earn with here, when the estimate does not pass; first what most often
 *     sells with a licence
 * @param mode what the programme does about an estimate that does not pass
 * @param blocks whether such a deal cannot be won
 */
public record NinetyTen(
        boolean passes,
        long licenceMinor,
        long servicesMinor,
        long totalMinor,
        int shareBasisPoints,
        long missingServicesMinor,
        List<IncomePoint> suggestions,
        NinetyTenMode mode,
        boolean blocks) {

    private static final long LICENCE_AT_MOST_ONE_IN = 10;
    private static final long BASIS_POINTS = 10_000;

    /**
     * How an estimate is looked at.
     *
     * @param order the income points in the order in which they are suggested; one that is not named is not suggested
     * @param ordered whether the customer ordered it from the website: a licence alone is never blocked then
     */
    public record Rule(NinetyTenMode mode, List<IncomePoint> order, boolean ordered) {}

    /**
     * Checks an estimate.
     *
     * @throws ArithmeticException when the sums do not fit into a long
     */
    public static NinetyTen check(List<EstimateLine> lines, Rule rule) {
        long licence = 0;
        long services = 0;
        Set<IncomePoint> present = EnumSet.noneOf(IncomePoint.class);
        for (EstimateLine line : lines) {
            if (line.incomePoint() == IncomePoint.LICENCE) {
                licence = Math.addExact(licence, line.netMinor());
            } else {
                services = Math.addExact(services, line.netMinor());
            }
            present.add(line.incomePoint());
        }
        long total = Math.addExact(licence, services);
        boolean passes = Math.multiplyExact(LICENCE_AT_MOST_ONE_IN, licence) <= total;
        long needed = Math.multiplyExact(LICENCE_AT_MOST_ONE_IN - 1, licence);
        boolean silent = passes || rule.mode() == NinetyTenMode.OFF;
        boolean ordersLicenceOnly = rule.ordered() && present.equals(EnumSet.of(IncomePoint.LICENCE));
        return new NinetyTen(
                passes,
                licence,
                services,
                total,
                total == 0 ? 0 : (int) (Math.multiplyExact(licence, BASIS_POINTS) / total),
                Math.max(0, needed - services),
                silent
                        ? List.of()
                        : rule.order().stream()
                                .filter(point -> point != IncomePoint.LICENCE && !present.contains(point))
                                .distinct()
                                .toList(),
                rule.mode(),
                !passes && rule.mode() == NinetyTenMode.BLOCK && !ordersLicenceOnly);
    }
}
