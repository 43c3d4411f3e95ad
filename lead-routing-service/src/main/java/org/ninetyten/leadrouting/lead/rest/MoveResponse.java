package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.LeadHistory;
import org.ninetyten.leadrouting.lead.LeadStatus;

/** One move of a lead. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoveResponse(
        @Schema(description = "Absent for the first one.") @Nullable
        LeadStatus from,

        LeadStatus to,
        Instant at,

        @Schema(description = "A user, or the part of the service that decided.") @Nullable
        String who,

        @Nullable String why) {

    static MoveResponse from(LeadHistory.Move move) {
        return new MoveResponse(move.from(), move.to(), move.at(), move.who(), move.why());
    }
}
