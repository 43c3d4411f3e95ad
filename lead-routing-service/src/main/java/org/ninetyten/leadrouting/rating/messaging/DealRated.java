package org.ninetyten.leadrouting.rating.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.rating.Rating;

/** The partner or the customer has rated a deal; what they wrote with it may name people, and stays here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealRated(
        UUID dealId,
        UUID ratingId,
        UUID partnerId,
        UUID customerId,
        Rating.Side side,
        @Nullable Integer leadScore,
        int workScore,
        Instant occurredAt) {

    static DealRated from(Rating rating, UUID customerId) {
        return new DealRated(
                rating.dealId(),
                rating.id(),
                rating.partnerId(),
                customerId,
                rating.side(),
                rating.leadScore(),
                rating.workScore(),
                rating.ratedAt());
    }
}
