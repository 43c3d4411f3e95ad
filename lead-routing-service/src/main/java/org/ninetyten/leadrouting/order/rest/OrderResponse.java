package org.ninetyten.leadrouting.order.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.leadrouting.order.FollowUp;
import org.ninetyten.leadrouting.order.FollowUpOutcome;
import org.ninetyten.leadrouting.order.WebOrder;

/** An order and what has come of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderResponse(
        UUID id,
        String orderId,
        UUID leadId,
        UUID customerId,
        String product,
        String currency,
        List<WriteEstimate.Line> lines,
        boolean licenceOnly,
        @Nullable UUID partnerId,
        @Nullable UUID dealId,
        Instant placedAt,
        FollowUp followUp,
        @Nullable FollowUpOutcome outcome,
        @Nullable String note,
        @Nullable Instant followedUpAt,
        long version) {

    static OrderResponse from(WebOrder order) {
        return new OrderResponse(
                order.id(),
                order.externalId(),
                order.leadId(),
                order.customerId(),
                order.product(),
                order.currency(),
                order.lines(),
                order.licenceOnly(),
                order.partnerId(),
                order.dealId(),
                order.placedAt(),
                order.followUp(),
                order.outcome(),
                order.note(),
                order.followedUpAt(),
                order.version());
    }
}
