package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Decisions;
import org.ninetyten.leadrouting.routing.Credit;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
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

        @Schema(description = "How many partners each filter kept out. Only for the vendor.") @Nullable
        Map<Filter, Integer> failed,

        @Schema(description = "The partners looked at closely, best first. A partner sees its own only.")
        List<CandidateResponse> candidates) {

    /** One partner's part in a decision; credit in leads. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateResponse(
            UUID partnerId,
            boolean chosen,
            @Nullable Integer kilometres,
            int weight,
            BigDecimal creditBefore,
            BigDecimal creditAfter,
            @Nullable Instant waitingSince,
            @Nullable Filter failed) {}

    static DecisionResponse whole(Decisions.Stored stored) {
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
                decision.failed(),
                candidates(stored));
    }

    /** Nothing of others: not who was chosen, nor how many failed what. */
    static DecisionResponse forPartner(Decisions.Stored stored, UUID partnerId) {
        RoutingDecision decision = stored.decision();
        return new DecisionResponse(
                stored.id(),
                decision.leadId(),
                decision.policyVersion(),
                stored.decidedAt(),
                null,
                null,
                null,
                null,
                null,
                candidates(stored).stream()
                        .filter(candidate -> candidate.partnerId().equals(partnerId))
                        .toList());
    }

    private static List<CandidateResponse> candidates(Decisions.Stored stored) {
        List<CandidateResponse> candidates = new ArrayList<>();
        for (RoutingDecision.Row row : stored.decision().rows()) {
            candidates.add(new CandidateResponse(
                    row.partnerId(),
                    row.partnerId().equals(stored.decision().partnerId()),
                    row.kilometres(),
                    row.weight(),
                    Credit.inLeads(row.creditBefore()),
                    Credit.inLeads(row.creditAfter()),
                    stored.waitingSince().get(candidates.size()),
                    row.failed()));
        }
        return candidates;
    }
}
