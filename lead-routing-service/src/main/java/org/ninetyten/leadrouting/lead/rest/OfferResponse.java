package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.DeclineReason;
import org.ninetyten.leadrouting.lead.Offer;
import org.ninetyten.leadrouting.lead.OfferState;

/** An offer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferResponse(
        UUID id,
        UUID leadId,
        UUID partnerId,
        int ordinal,
        OfferState status,
        UUID decisionId,
        int policyVersion,
        Instant offeredAt,
        Instant expiresAt,
        @Nullable Instant answeredAt,
        @Nullable DeclineReason declineReason,
        @Nullable String declineNote) {

    static OfferResponse from(Offer offer) {
        return new OfferResponse(
                offer.id(),
                offer.leadId(),
                offer.partnerId(),
                offer.ordinal(),
                offer.state(),
                offer.decisionId(),
                offer.policyVersion(),
                offer.offeredAt(),
                offer.expiresAt(),
                offer.answeredAt(),
                offer.declineReason(),
                offer.declineNote());
    }
}
