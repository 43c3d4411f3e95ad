package org.ninetyten.leadrouting.registration.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.registration.DealRegistration;
import org.ninetyten.leadrouting.registration.RefusalReason;
import org.ninetyten.leadrouting.registration.RegistrationState;

/** A registration with its answer. Whose claim stands against it is nobody's business but the vendor's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationResponse(
        UUID id,
        UUID partnerId,
        @Nullable UUID customerId,
        String product,
        String currency,
        String company,
        String country,
        @Nullable String city,
        @Nullable String note,
        RegistrationState state,

        @Schema(description = "Why it was refused.") @Nullable
        RefusalReason reason,

        @Schema(description = "Whether evidence may change the answer.") @Nullable
        Boolean contestable,

        @Nullable UUID protectionId,
        @Nullable UUID dealId,

        @Schema(description = "The case that a person decides, in the answer that opened it.") @Nullable
        UUID caseId,

        Instant registeredAt,
        @Nullable Instant decidedAt,
        int policyVersion,
        long version) {

    /**
     * Writes a registration down.
     *
     * @param forPartner a partner does not learn which customer of another one it has found
     */
    static RegistrationResponse from(DealRegistration registration, @Nullable UUID caseId, boolean forPartner) {
        RefusalReason reason = registration.reason();
        return new RegistrationResponse(
                registration.id(),
                registration.partnerId(),
                forPartner && registration.state() != RegistrationState.GRANTED ? null : registration.customerId(),
                registration.product(),
                registration.currency(),
                registration.company(),
                registration.country(),
                registration.city(),
                registration.note(),
                registration.state(),
                reason,
                reason == null ? null : reason.isContestable() && registration.claim() != null,
                registration.protectionId(),
                registration.dealId(),
                caseId,
                registration.registeredAt(),
                registration.decidedAt(),
                registration.policyVersion(),
                registration.version());
    }
}
