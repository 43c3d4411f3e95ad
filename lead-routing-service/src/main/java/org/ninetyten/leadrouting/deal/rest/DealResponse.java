package org.ninetyten.leadrouting.deal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.EstimateLine;
import org.ninetyten.leadrouting.deal.LostReason;
import org.ninetyten.leadrouting.deal.NinetyTen;
import org.ninetyten.leadrouting.deal.Sale;
import org.ninetyten.leadrouting.deal.Side;
import org.ninetyten.leadrouting.deal.Sourcing;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** A deal with its estimate and how it stands against 90/10. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealResponse(
        UUID id,
        @Nullable UUID leadId,
        @Nullable UUID registrationId,
        @Nullable UUID renewsDealId,
        @Nullable UUID orderId,
        @Nullable String externalId,
        UUID partnerId,
        UUID customerId,
        @Nullable String customerCountry,
        String product,
        String currency,
        DealStatus status,
        @Nullable LostReason lostReason,
        @Nullable Sale sale,
        @Nullable Sourcing sourcing,
        @Nullable LocalDate closedOn,
        @Nullable Instant closedAt,
        @Nullable String timeZone,
        Instant openedAt,
        Instant changedAt,

        @Schema(description = "Send it as If-Match, in quotes, to change the estimate.")
        long version,

        List<Line> lines,

        @Schema(description = "What was given back so far, without tax.")
        long refundedMinor,

        NinetyTen ninetyTen) {

    /** A line with what it adds up to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID lineId,
            IncomePoint incomePoint,
            @Nullable String description,
            int quantity,
            long unitPriceMinor,
            int taxBasisPoints,
            long netMinor,
            long taxMinor,

            @Schema(description = "What was given back of the line so far, without tax.")
            long refundedNetMinor,

            Side performer,
            Side billedBy) {

        static Line from(EstimateLine line) {
            return new Line(
                    line.id(),
                    line.incomePoint(),
                    line.description(),
                    line.quantity(),
                    line.unitPriceMinor(),
                    line.taxBasisPoints(),
                    line.netMinor(),
                    line.taxMinor(),
                    line.refundedNetMinor(),
                    line.performer(),
                    line.billedBy());
        }
    }

    static DealResponse from(Deal deal, DealPolicy policy) {
        return new DealResponse(
                deal.id(),
                deal.leadId(),
                deal.registrationId(),
                deal.renewsDealId(),
                deal.orderId(),
                deal.externalId(),
                deal.partnerId(),
                deal.customerId(),
                deal.customerCountry(),
                deal.product(),
                deal.currency(),
                deal.status(),
                deal.lostReason(),
                deal.sale(),
                deal.sourcing(),
                deal.closedOn(),
                deal.closedAt(),
                deal.timeZone(),
                deal.openedAt(),
                deal.changedAt(),
                deal.version(),
                deal.lines().stream().map(Line::from).toList(),
                deal.refundedMinor(),
                deal.ninetyTen(policy));
    }
}
