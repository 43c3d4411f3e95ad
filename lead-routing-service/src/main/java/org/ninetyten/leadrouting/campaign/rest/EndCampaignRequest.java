package org.ninetyten.leadrouting.campaign.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a campaign ends. */
record EndCampaignRequest(
        @NotBlank @Size(max = 1000) @Known(Code.LINES) String why) {}
