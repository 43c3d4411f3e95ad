package org.ninetyten.leadrouting.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.report.ResponseStatistics;

/** How quickly offers were answered and customers contacted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponseFigures(
        @Nullable UUID partnerId,
        @Nullable String legalName,
        @Nullable String region,
        long offers,
        long accepted,
        long declined,
        long timedOut,

        @Schema(description = "Accepted of those that ended, in basis points; absent while none has ended.") @Nullable
        Integer acceptanceBasisPoints,

        @Schema(description = "Half of the answers took no longer, in business minutes of the partner.") @Nullable
        Integer medianMinutes,

        @Schema(description = "Nine of ten answers took no longer.") @Nullable
        Integer p90Minutes,

        Map<String, Long> declinesByReason,

        @Schema(description = "Accepted leads whose first contact was made or is overdue.")
        long contactsDue,

        long contactsInTime) {

    static ResponseFigures of(ResponseStatistics.OfPartner one) {
        return of(one.partnerId(), one.legalName(), one.region(), one.figures());
    }

    static ResponseFigures of(ResponseStatistics.OfRegion one) {
        return of(null, null, one.region(), one.figures());
    }

    private static ResponseFigures of(
            @Nullable UUID partnerId,
            @Nullable String legalName,
            @Nullable String region,
            ResponseStatistics.Figures figures) {
        return new ResponseFigures(
                partnerId,
                legalName,
                region,
                figures.offers(),
                figures.accepted(),
                figures.declined(),
                figures.timedOut(),
                figures.acceptanceBasisPoints(),
                figures.medianMinutes(),
                figures.p90Minutes(),
                figures.declinesByReason(),
                figures.contactsDue(),
                figures.contactsInTime());
    }
}
