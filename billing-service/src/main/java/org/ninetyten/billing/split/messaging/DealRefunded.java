package org.ninetyten.billing.split.messaging;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.split.Refund;

/** What billing reads of a refund of a won deal. */
record DealRefunded(
        UUID dealId,
        UUID refundId,
        UUID partnerId,
        String currency,
        LocalDate refundedOn,
        String reason,
        List<Line> lines,
        long refundedMinor) {

    record Line(UUID lineId, long netMinor, long taxMinor) {}

    Refund refund() {
        if (lines.stream().mapToLong(Line::netMinor).reduce(0, Math::addExact) != refundedMinor) {
            throw new IllegalArgumentException(
                    "Refund %s says %d, its lines sum to something else".formatted(refundId, refundedMinor));
        }
        return new Refund(
                refundId,
                dealId,
                partnerId,
                Currency.getInstance(currency),
                refundedOn,
                reason,
                lines.stream()
                        .map(line -> new Refund.Line(line.lineId(), line.netMinor(), line.taxMinor()))
                        .toList());
    }
}
