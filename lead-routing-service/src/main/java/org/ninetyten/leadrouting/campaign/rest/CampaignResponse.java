package org.ninetyten.leadrouting.campaign.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.campaign.PartnerCampaign;

/** A campaign of a partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignResponse(
        UUID id,
        String campaign,
        UUID partnerId,
        Instant startedAt,
        @Nullable Instant endedAt) {

    static CampaignResponse from(PartnerCampaign campaign) {
        return new CampaignResponse(
                campaign.id(), campaign.campaign(), campaign.partnerId(), campaign.startedAt(), campaign.endedAt());
    }
}
