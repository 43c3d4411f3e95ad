package org.ninetyten.leadrouting.registration.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.registration.CaseState;
import org.ninetyten.leadrouting.registration.ConflictCause;
import org.ninetyten.leadrouting.registration.DecisionReason;
import org.ninetyten.leadrouting.registration.Evidence;
import org.ninetyten.leadrouting.registration.RegistrationCase;
import org.ninetyten.leadrouting.registration.Winner;

/** A conflict. A partner sees which side it is, what it said itself, and the outcome. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseResponse(
        UUID id,

        @Schema(description = "Not for the side that had a claim before: the registration is the other partner's.")
        @Nullable
        UUID registrationId,

        ConflictCause cause,

        @Schema(description = "Which side the calling partner is.") @Nullable
        Winner side,

        @Schema(description = "For the vendor's staff only.") @Nullable
        UUID claimantId,

        @Schema(description = "For the vendor's staff only.") @Nullable
        UUID holderId,

        CaseState state,
        Instant openedAt,
        Instant dueAt,

        @Schema(description = "For the vendor's staff only.") @Nullable
        Instant escalatedAt,

        @Nullable Instant decidedAt,
        @Nullable Winner winner,
        @Nullable DecisionReason reason,

        @Schema(description = "For the vendor's staff only.") @Nullable
        String why,

        @Nullable List<EvidenceResponse> evidence,
        long version) {

    /** A piece of evidence and whose it is. */
    record EvidenceResponse(
            UUID id,
            Winner side,
            String what,
            List<String> links,
            List<Evidence.Attachment> attachments,
            Instant addedAt) {

        static EvidenceResponse from(Evidence evidence, RegistrationCase conflict) {
            return new EvidenceResponse(
                    evidence.id(),
                    sideOf(evidence.partnerId(), conflict),
                    evidence.what(),
                    evidence.links(),
                    evidence.attachments(),
                    evidence.addedAt());
        }
    }

    /**
     * Writes a case down.
     *
     * @param partnerId the side that reads it; the vendor's staff when absent
     * @param evidence what the reader may see; absent in lists
     */
    static CaseResponse from(RegistrationCase conflict, @Nullable UUID partnerId, @Nullable List<Evidence> evidence) {
        Winner side = partnerId == null ? null : sideOf(partnerId, conflict);
        boolean vendor = side == null;
        return new CaseResponse(
                conflict.id(),
                side == Winner.HOLDER ? null : conflict.registrationId(),
                conflict.cause(),
                side,
                vendor ? conflict.claimantId() : null,
                vendor ? conflict.holderId() : null,
                conflict.state(),
                conflict.openedAt(),
                conflict.dueAt(),
                vendor ? conflict.escalatedAt() : null,
                conflict.decidedAt(),
                conflict.winner(),
                conflict.reason(),
                vendor ? conflict.why() : null,
                evidence == null
                        ? null
                        : evidence.stream()
                                .map(one -> EvidenceResponse.from(one, conflict))
                                .toList(),
                conflict.version());
    }

    private static Winner sideOf(UUID partnerId, RegistrationCase conflict) {
        return partnerId.equals(conflict.claimantId()) ? Winner.CLAIMANT : Winner.HOLDER;
    }
}
