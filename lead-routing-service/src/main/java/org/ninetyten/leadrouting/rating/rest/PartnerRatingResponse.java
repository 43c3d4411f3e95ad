package org.ninetyten.leadrouting.rating.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.rating.ShrunkMean;

/** What customers say of a partner's work, in hundredths of a point. */
record PartnerRatingResponse(
        UUID partnerId,
        long ratings,

        @Schema(description = "The plain mean; 0 without any rating.")
        long meanHundredths,

        @Schema(description = "The mean drawn towards that of everybody as long as there are few ratings.")
        long shrunkHundredths) {

    static PartnerRatingResponse from(UUID partnerId, ShrunkMean mean) {
        return new PartnerRatingResponse(partnerId, mean.ratings(), mean.meanHundredths(), mean.shrunkHundredths());
    }
}
