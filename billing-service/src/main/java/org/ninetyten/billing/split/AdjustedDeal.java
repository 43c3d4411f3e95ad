package org.ninetyten.billing.split;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.IncomePoint;

/**
 * What is left of a split deal for both sides after something beside the split changed it.
 *
 * @param refundId the refund that did it, if one did
 * @param partnerChangeMinor what it changed for the partner; negative when it took away
 * @param effective the day that the business counts it for
 */
public record AdjustedDeal(
        UUID dealId,
        UUID partnerId,
        int revision,
        Cause cause,
        @Nullable UUID refundId,
        LocalDate effective,
        String currency,
        long partnerChangeMinor,
        long vendorChangeMinor,
        List<Line> lines,
        Instant occurredAt) {

    /** What changed it. */
    public enum Cause {
        REFUND,
        CORRECTION,
        VOID
    }

    /** What is left of a line. */
    public record Line(UUID lineId, IncomePoint incomePoint, long partnerMinor, long vendorMinor) {}

    public AdjustedDeal {
        lines = List.copyOf(lines);
    }

    /** What is left of the deal for the partner. */
    public long partnerMinor() {
        return lines.stream().mapToLong(Line::partnerMinor).reduce(0, Math::addExact);
    }

    /** What is left of the deal for the vendor. */
    public long vendorMinor() {
        return lines.stream().mapToLong(Line::vendorMinor).reduce(0, Math::addExact);
    }

    static AdjustedDeal between(
            DealPosition before,
            DealPosition after,
            int revision,
            Cause cause,
            @Nullable UUID refundId,
            LocalDate effective,
            Instant now) {
        List<LinePosition> was = before.lines();
        List<LinePosition> is = after.lines();
        return new AdjustedDeal(
                after.split().deal().dealId(),
                after.split().deal().partnerId(),
                revision,
                cause,
                refundId,
                effective,
                after.split().deal().currency().getCurrencyCode(),
                Math.subtractExact(partner(is), partner(was)),
                Math.subtractExact(vendor(is), vendor(was)),
                is.stream()
                        .map(line -> new Line(
                                line.line().lineId(),
                                line.line().incomePoint(),
                                line.partnerMinor(),
                                line.vendorMinor()))
                        .toList(),
                now);
    }

    private static long partner(List<LinePosition> lines) {
        return lines.stream().mapToLong(LinePosition::partnerMinor).reduce(0, Math::addExact);
    }

    private static long vendor(List<LinePosition> lines) {
        return lines.stream().mapToLong(LinePosition::vendorMinor).reduce(0, Math::addExact);
    }
}
