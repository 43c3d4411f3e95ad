package org.ninetyten.leadrouting.campaign.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Documents how one page of campaigns is written. */
record CampaignPage(
        List<CampaignResponse> items,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
