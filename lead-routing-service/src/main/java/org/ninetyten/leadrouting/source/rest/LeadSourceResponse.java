package org.ninetyten.leadrouting.source.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.source.LeadSources;

/** A source with a campaign, and how its leads turned out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadSourceResponse(
        LeadSource source,

        @Schema(description = "Absent for leads without a campaign.") @Nullable
        String campaign,

        @Schema(description = "Leads that came in the window of the lead policy.")
        long leads,

        @Schema(description = "Leads that feedback was given on in the window, since the source was last resumed.")
        int judged,

        @Schema(description = "Those of them that were bad.")
        int bad,

        @Schema(description = "The share of bad ones in whole per cent; absent while nothing is judged.") @Nullable
        Integer badPercent,

        @Schema(description = "Since when leads of the source go to review; absent while they do not.") @Nullable
        Instant pausedSince,

        @Nullable Instant resumedAt,
        @Nullable String resumedBy,
        @Nullable String resumedWhy) {

    static LeadSourceResponse from(LeadSources.SourceReport report) {
        return new LeadSourceResponse(
                report.source(),
                report.campaign().isEmpty() ? null : report.campaign(),
                report.leads(),
                report.judged(),
                report.bad(),
                report.judged() == 0 ? null : 100 * report.bad() / report.judged(),
                report.pausedSince(),
                report.resumedAt(),
                report.resumedBy(),
                report.resumedWhy());
    }
}
