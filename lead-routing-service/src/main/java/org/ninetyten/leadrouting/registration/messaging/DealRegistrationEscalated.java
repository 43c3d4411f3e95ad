package org.ninetyten.leadrouting.registration.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.registration.RegistrationCase;
import org.ninetyten.leadrouting.registration.RegistrationEvent;

/** Nobody has decided a conflict in time. */
record DealRegistrationEscalated(
        UUID registrationId,
        UUID caseId,
        UUID partnerId,
        UUID holderPartnerId,
        Instant openedAt,
        Instant dueAt,
        Instant occurredAt) {

    static DealRegistrationEscalated from(RegistrationEvent.Escalated escalated) {
        RegistrationCase conflict = escalated.conflict();
        return new DealRegistrationEscalated(
                conflict.registrationId(),
                conflict.id(),
                conflict.claimantId(),
                conflict.holderId(),
                conflict.openedAt(),
                conflict.dueAt(),
                escalated.at());
    }
}
