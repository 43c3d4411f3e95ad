package org.ninetyten.leadrouting.explanation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.explanation.ExplainDecision;
import org.ninetyten.leadrouting.explanation.OwnPart;
import org.ninetyten.leadrouting.explanation.Sentences;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;

/** A partner's own part in a decision, and nothing of any other partner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnPartResponse(
        UUID decisionId,
        int policyVersion,
        Instant decidedAt,
        OwnPart.Outcome outcome,

        @Schema(description = "The first filter that kept the partner out.") @Nullable
        Filter failed,

        @Schema(description = "From 1: when it would have been the partner's turn, had those before it been gone.")
        @Nullable
        Integer place,

        @Schema(
                description =
                        "Whether this was judged by the partner's profile of today: the decision has no row of it.")
        boolean byProfileOfToday,

        @Schema(description = "In the reader's language: en, ru, de, es, pt or fr by Accept-Language.")
        List<String> sentences,

        DecisionResponse.@Nullable CandidateResponse candidate) {

    static OwnPartResponse of(ExplainDecision.Own own, Sentences sentences) {
        OwnPart part = own.part();
        RoutingDecision.Row row = part.row();
        return new OwnPartResponse(
                part.decisionId(),
                own.policy().version(),
                part.decidedAt(),
                part.outcome(),
                part.failed(),
                part.place(),
                part.byProfileOfToday(),
                sentences.of(part, own.policy()),
                row == null ? null : DecisionResponse.candidate(row, part.outcome() == OwnPart.Outcome.OFFERED));
    }
}
