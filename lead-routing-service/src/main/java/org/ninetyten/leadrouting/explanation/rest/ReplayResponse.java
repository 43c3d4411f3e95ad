package org.ninetyten.leadrouting.explanation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.explanation.ReplayDecision;
import org.ninetyten.leadrouting.routing.Step;

/** What a decision comes to when it is made again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayResponse(
        UUID decisionId,
        int policyVersion,

        @Schema(description = "Whether the same inputs under the same policy give the same answer.")
        boolean same,

        Step step,
        @Nullable UUID partnerId,

        @Schema(description = "How many active partners had the right to sell where the lead is, as it was stored.")
        @Nullable
        Integer sellers,

        @Schema(description = "What is not as it was stored; empty when it is the same.")
        List<ReplayDecision.Difference> differences) {

    static ReplayResponse of(UUID decisionId, ReplayDecision.Replayed replayed) {
        return new ReplayResponse(
                decisionId,
                replayed.decision().policyVersion(),
                replayed.isSame(),
                replayed.decision().step(),
                replayed.decision().partnerId(),
                replayed.decision().sellers(),
                replayed.differences());
    }
}
