package org.ninetyten.leadrouting.registration.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.registration.ConflictCause;
import org.ninetyten.leadrouting.registration.DealRegistration;
import org.ninetyten.leadrouting.registration.DecisionReason;
import org.ninetyten.leadrouting.registration.RefusalReason;
import org.ninetyten.leadrouting.registration.RegistrationCase;
import org.ninetyten.leadrouting.registration.RegistrationEvent;
import org.ninetyten.leadrouting.registration.RegistrationState;

/** A registration was granted or refused, or became a conflict that a person decides. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealRegistrationDecided(
        UUID registrationId,
        UUID partnerId,
        @Nullable UUID customerId,
        String product,
        RegistrationState outcome,
        @Nullable RefusalReason reason,
        @Nullable UUID protectionId,
        @Nullable UUID dealId,
        @Nullable Conflict conflict,
        Instant occurredAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conflict(
            UUID caseId,
            ConflictCause cause,
            UUID holderPartnerId,
            Instant dueAt,
            @Nullable DecisionReason reason) {

        static @Nullable Conflict from(@Nullable RegistrationCase conflict) {
            return conflict == null
                    ? null
                    : new Conflict(
                            conflict.id(), conflict.cause(), conflict.holderId(), conflict.dueAt(), conflict.reason());
        }
    }

    static DealRegistrationDecided from(RegistrationEvent.Decided decided) {
        DealRegistration registration = decided.registration();
        return new DealRegistrationDecided(
                registration.id(),
                registration.partnerId(),
                registration.customerId(),
                registration.product(),
                registration.state(),
                registration.reason(),
                registration.protectionId(),
                registration.dealId(),
                Conflict.from(decided.conflict()),
                decided.at());
    }
}
