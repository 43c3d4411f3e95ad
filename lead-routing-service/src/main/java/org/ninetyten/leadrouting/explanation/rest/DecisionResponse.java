package org.ninetyten.leadrouting.explanation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.explanation.ExplainDecision;
import org.ninetyten.leadrouting.explanation.OwnPart;
import org.ninetyten.leadrouting.explanation.Sentences;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Credit;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.Score;
import org.ninetyten.leadrouting.routing.Standing;
import org.ninetyten.leadrouting.routing.Step;

/** Why a lead went where it went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionResponse(
        UUID id,
        UUID leadId,
        int policyVersion,
        Instant decidedAt,
        @Nullable Step step,
        @Nullable UUID partnerId,
        @Nullable String decidedBy,
        @Nullable String why,

        @Schema(description = "The decision in the reader's language: en, ru, de, es, pt or fr by Accept-Language.")
        List<String> sentences,

        @Schema(description = "How many partners each filter kept out, of those looked at. Only for the vendor.")
        @Nullable
        Map<Filter, Integer> failed,

        @Schema(
                description = "How many active partners had the right to sell where the lead is. Only for the vendor;"
                        + " missing when the desk decided and in decisions from before it was counted.")
        @Nullable
        Integer sellers,

        @Schema(description = "The partners looked at closely, best first. A partner sees its own only.")
        List<CandidateResponse> candidates) {

    /** One partner's part in a decision; credit in leads, the parts of the score in basis points. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateResponse(
            UUID partnerId,
            boolean chosen,
            @Nullable Integer kilometres,

            @Schema(description = "Of the tier, less what declines and time-outs took.", examples = "2.8500")
            BigDecimal weight,

            Score score,

            @Schema(description = "Whether it scored well enough to take turns.")
            boolean inBand,

            @Schema(description = "Leads that it was offered in the load window.")
            int load,

            BigDecimal creditBefore,
            BigDecimal creditAfter,
            @Nullable Instant waitingSince,
            @Nullable Filter failed) {}

    static DecisionResponse whole(ExplainDecision.Whole whole, Sentences sentences) {
        Decisions.Stored stored = whole.stored();
        RoutingDecision decision = stored.decision();
        return new DecisionResponse(
                stored.id(),
                decision.leadId(),
                decision.policyVersion(),
                stored.decidedAt(),
                decision.step(),
                decision.partnerId(),
                stored.decidedBy(),
                stored.why(),
                sentences.of(stored, whole.policy(), whole.names()),
                decision.failed(),
                decision.sellers(),
                decision.rows().stream()
                        .map(row -> candidate(row, row.partnerId().equals(decision.partnerId())))
                        .toList());
    }

    /** Nothing of others: not who was chosen, nor how many failed what. */
    static DecisionResponse ofPartner(
            UUID leadId, ExplainDecision.Own own, RoutingDecision.Row row, Sentences sentences) {
        OwnPart part = own.part();
        return new DecisionResponse(
                part.decisionId(),
                leadId,
                own.policy().version(),
                part.decidedAt(),
                null,
                null,
                null,
                null,
                sentences.of(part, own.policy()),
                null,
                null,
                List.of(candidate(row, part.outcome() == OwnPart.Outcome.OFFERED)));
    }

    static CandidateResponse candidate(RoutingDecision.Row row, boolean chosen) {
        Standing standing = row.standing();
        return new CandidateResponse(
                row.partnerId(),
                chosen,
                standing.kilometres(),
                BigDecimal.valueOf(standing.weight(), 4),
                standing.score(),
                row.inBand(),
                standing.load(),
                Credit.inLeads(row.creditBefore()),
                Credit.inLeads(row.creditAfter()),
                standing.lastTurnAt(),
                row.failed());
    }
}
