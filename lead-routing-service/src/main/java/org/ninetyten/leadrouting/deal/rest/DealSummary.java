package org.ninetyten.leadrouting.deal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.LostReason;

/** A deal in a list, without its lines. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealSummary(
        UUID id,
        @Nullable UUID leadId,
        @Nullable String externalId,
        UUID partnerId,
        UUID customerId,
        String product,
        String currency,
        DealStatus status,
        @Nullable LostReason lostReason,
        @Nullable LocalDate closedOn,
        Instant openedAt,
        long licenceMinor,
        long totalMinor,
        long refundedMinor) {

    static DealSummary from(Deal deal) {
        return new DealSummary(
                deal.id(),
                deal.leadId(),
                deal.externalId(),
                deal.partnerId(),
                deal.customerId(),
                deal.product(),
                deal.currency(),
                deal.status(),
                deal.lostReason(),
                deal.closedOn(),
                deal.openedAt(),
                deal.licenceMinor(),
                deal.totalMinor(),
                deal.refundedMinor());
    }
}
