package org.ninetyten.billing.split;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A part or all of a won deal that the customer got back.
 *
 * @param refundedOn the day of the credit note
 */
public record Refund(
        UUID refundId,
        UUID dealId,
        UUID partnerId,
        Currency currency,
        LocalDate refundedOn,
        String reason,
        List<Line> lines) {

    /** What is given back of one line. */
    public record Line(UUID lineId, long netMinor, long taxMinor) {

        public Line {
            if (netMinor <= 0 || taxMinor < 0) {
                throw new IllegalArgumentException("A refund of line " + lineId + " gives nothing back");
            }
        }
    }

    public Refund {
        lines = List.copyOf(lines);
        Set<UUID> seen = new HashSet<>();
        if (lines.isEmpty() || !lines.stream().allMatch(line -> seen.add(line.lineId()))) {
            throw new IllegalArgumentException("Refund " + refundId + " names no line, or one twice");
        }
    }
}
