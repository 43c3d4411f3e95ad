package org.ninetyten.leadrouting.campaign.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** The campaign of a partner. */
record StartCampaignRequest(
        @Schema(description = "As leads name it; case does not matter.") @NotBlank @Size(max = 100) @Known(Code.TEXT)
        String campaign,

        @NotNull UUID partnerId) {}
