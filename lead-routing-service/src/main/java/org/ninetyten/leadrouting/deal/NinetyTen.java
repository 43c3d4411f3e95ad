package org.ninetyten.leadrouting.deal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ninetyten.leadrouting.partner.IncomePoint;

/**
 * The central rule: the licence is at most a tenth of the customer's bill, without tax. All in minor units and integers.
 *
 * @param shareBasisPoints the licence's share of the total, in hundredths of a per cent, rounded down
 * @param missingServicesMinor how much service the estimate lacks to pass
 * @param suggestions what else the partner could earn with here, when the estimate does not pass
 */
public record NinetyTen(
        boolean passes,
        long licenceMinor,
        long servicesMinor,
        long totalMinor,
        int shareBasisPoints,
        long missingServicesMinor,
        List<IncomePoint> suggestions) {

    private static final long LICENCE_AT_MOST_ONE_IN = 10;
    private static final long BASIS_POINTS = 10_000;

    /**
     * Checks an estimate.
     *
     * @throws ArithmeticException when the sums do not fit into a long
     */
    public static NinetyTen check(List<EstimateLine> lines) {
        long licence = 0;
        long services = 0;
        Set<IncomePoint> missing = EnumSet.allOf(IncomePoint.class);
        missing.remove(IncomePoint.LICENCE);
        for (EstimateLine line : lines) {
            if (line.incomePoint() == IncomePoint.LICENCE) {
                licence = Math.addExact(licence, line.netMinor());
            } else {
                services = Math.addExact(services, line.netMinor());
            }
            missing.remove(line.incomePoint());
        }
        long total = Math.addExact(licence, services);
        boolean passes = Math.multiplyExact(LICENCE_AT_MOST_ONE_IN, licence) <= total;
        long needed = Math.multiplyExact(LICENCE_AT_MOST_ONE_IN - 1, licence);
        return new NinetyTen(
                passes,
                licence,
                services,
                total,
                total == 0 ? 0 : (int) (Math.multiplyExact(licence, BASIS_POINTS) / total),
                Math.max(0, needed - services),
                passes ? List.of() : List.copyOf(missing));
    }
}
