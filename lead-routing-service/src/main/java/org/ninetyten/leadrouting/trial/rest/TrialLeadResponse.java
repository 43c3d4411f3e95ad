package org.ninetyten.leadrouting.trial.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.TrialCause;
import org.ninetyten.leadrouting.trial.TrialLead;

/** A lead that a trial made, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialLeadResponse(
        @Schema(description = "Absent for the moment between the decision and the lead.") @Nullable
        UUID leadId,

        TrialCause cause,

        @Schema(description = "What was scored when the lead was decided on; absent for a request.") @Nullable
        ScoreResponse score,

        @Nullable String message,
        @Nullable UUID chosenPartnerId,
        Instant decidedAt) {

    static TrialLeadResponse from(TrialLead lead, boolean withMessage) {
        TrialLead.Scoring scoring = lead.scoring();
        return new TrialLeadResponse(
                lead.leadId(),
                lead.cause(),
                scoring == null ? null : ScoreResponse.from(scoring),
                withMessage ? lead.message() : null,
                lead.chosenPartnerId(),
                lead.decidedAt());
    }
}
