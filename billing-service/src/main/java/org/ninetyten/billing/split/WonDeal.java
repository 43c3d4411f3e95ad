package org.ninetyten.billing.split;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Sale;

/**
 * A deal to split. Its sums are its lines', or it is not accepted.
 *
 * @param customerId absent when the deal doesn't say
 */
public record WonDeal(
        UUID dealId,
        UUID partnerId,
        @Nullable UUID customerId,
        Sale sale,
        Currency currency,
        LocalDate invoiceDate,
        List<DealLine> lines) {

    public WonDeal {
        lines = List.copyOf(lines);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " is not money that can be owed");
        }
    }

    /** Fails when the deal's own figures disagree with its lines: such a deal needs a person. */
    public void mustSumTo(long licenceMinor, long totalMinor) {
        if (licenceMinor != this.licenceMinor() || totalMinor != this.totalMinor()) {
            throw new IllegalArgumentException("Deal %s says licence %d and total %d, its lines say %d and %d"
                    .formatted(dealId, licenceMinor, totalMinor, this.licenceMinor(), this.totalMinor()));
        }
    }

    /** The licence without tax. */
    public long licenceMinor() {
        return sum(lines.stream()
                .filter(line -> line.incomePoint() == IncomePoint.LICENCE)
                .toList());
    }

    /** The whole without tax. */
    public long totalMinor() {
        return sum(lines);
    }

    Set<IncomePoint> sold() {
        return lines.stream().map(DealLine::incomePoint).collect(Collectors.toSet());
    }

    /** The same deal with other lines. */
    WonDeal with(List<DealLine> otherLines) {
        return new WonDeal(dealId, partnerId, customerId, sale, currency, invoiceDate, otherLines);
    }

    private static long sum(List<DealLine> lines) {
        return lines.stream()
                .map(line -> BigInteger.valueOf(line.netMinor()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
    }
}
