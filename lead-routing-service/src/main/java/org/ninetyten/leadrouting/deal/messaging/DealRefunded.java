package org.ninetyten.leadrouting.deal.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.Refund;
import org.ninetyten.leadrouting.deal.RefundReason;

/** A part or all of a won deal was given back, line by line, so that money can be reversed without asking back. */
record DealRefunded(
        UUID dealId,
        UUID refundId,
        UUID partnerId,
        UUID customerId,
        String currency,
        LocalDate refundedOn,
        RefundReason reason,
        List<Refund.Line> lines,
        long refundedMinor,
        long refundedTotalMinor,
        long totalMinor,
        boolean whole,
        Instant occurredAt) {

    static DealRefunded from(Deal deal, Refund refund) {
        return new DealRefunded(
                deal.id(),
                refund.id(),
                deal.partnerId(),
                deal.customerId(),
                deal.currency(),
                refund.refundedOn(),
                refund.reason(),
                refund.lines(),
                refund.netMinor(),
                deal.refundedMinor(),
                deal.totalMinor(),
                deal.status() == DealStatus.REFUNDED,
                refund.refundedAt());
    }
}
