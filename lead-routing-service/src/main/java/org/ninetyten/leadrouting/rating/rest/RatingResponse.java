package org.ninetyten.leadrouting.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.rating.Rating;

/** A rating. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingResponse(
        UUID id,
        UUID dealId,
        Rating.Side side,
        @Nullable Integer leadScore,
        int workScore,
        @Nullable String text,
        Instant ratedAt) {

    /** The ratings of a deal: two at most. */
    record All(List<RatingResponse> ratings) {}

    static RatingResponse from(Rating rating) {
        return new RatingResponse(
                rating.id(),
                rating.dealId(),
                rating.side(),
                rating.leadScore(),
                rating.workScore(),
                rating.text(),
                rating.ratedAt());
    }
}
