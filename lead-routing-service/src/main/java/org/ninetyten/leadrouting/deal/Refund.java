package org.ninetyten.leadrouting.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;

/**
 * What one refund gives back to the customer. Amounts are positive, in minor units of the deal's currency.
 *
 * @param netMinor sum of the lines without tax
 */
public record Refund(
        UUID id,
        UUID dealId,
        LocalDate refundedOn,
        RefundReason reason,
        @Nullable String note,
        List<Line> lines,
        long netMinor,
        long taxMinor,
        Instant refundedAt,
        String refundedBy) {

    public Refund {
        lines = List.copyOf(lines);
    }

    /** What is given back of one line of the estimate. */
    public record Line(UUID lineId, IncomePoint incomePoint, long netMinor, long taxMinor) {}

    /**
     * What somebody wants to give back of a line.
     *
     * @param netMinor without tax; the tax that goes with it is computed
     */
    public record Wanted(UUID lineId, long netMinor) {}
}
