package org.ninetyten.leadrouting.deal.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.EstimateLine;
import org.ninetyten.leadrouting.deal.LostReason;
import org.ninetyten.leadrouting.deal.Sale;
import org.ninetyten.leadrouting.deal.Side;
import org.ninetyten.leadrouting.deal.Sourcing;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** A deal was won or lost, with every line, so that money can be split without asking back. */
record DealClosed(
        UUID dealId,
        @Nullable UUID leadId,
        @Nullable String externalId,
        UUID partnerId,
        UUID customerId,
        @Nullable String customerCountry,
        String product,
        DealStatus outcome,
        @Nullable LostReason lostReason,
        String currency,
        LocalDate closedOn,
        @Nullable Instant closedAt,
        @Nullable String timeZone,
        @Nullable Sale sale,
        @Nullable UUID renewsDealId,
        @Nullable Sourcing sourcing,
        Instant occurredAt,
        List<Line> lines,
        long licenceMinor,
        long servicesMinor,
        long totalMinor) {

    record Line(
            UUID lineId,
            IncomePoint incomePoint,
            int quantity,
            long unitPriceMinor,
            long netMinor,
            long taxMinor,
            Side performer,
            Side billedBy) {

        static Line from(EstimateLine line) {
            return new Line(
                    line.id(),
                    line.incomePoint(),
                    line.quantity(),
                    line.unitPriceMinor(),
                    line.netMinor(),
                    line.taxMinor(),
                    line.performer(),
                    line.billedBy());
        }
    }

    static DealClosed from(Deal deal) {
        return new DealClosed(
                deal.id(),
                deal.leadId(),
                deal.externalId(),
                deal.partnerId(),
                deal.customerId(),
                deal.customerCountry(),
                deal.product(),
                deal.status(),
                deal.lostReason(),
                deal.currency(),
                Objects.requireNonNull(deal.closedOn()),
                deal.closedAt(),
                deal.timeZone(),
                deal.sale(),
                deal.renewsDealId(),
                deal.sourcing(),
                deal.changedAt(),
                deal.lines().stream().map(Line::from).toList(),
                deal.licenceMinor(),
                deal.totalMinor() - deal.licenceMinor(),
                deal.totalMinor());
    }
}
