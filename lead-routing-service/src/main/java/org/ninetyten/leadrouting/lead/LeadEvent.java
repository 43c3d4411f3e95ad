package org.ninetyten.leadrouting.lead;

import java.time.Instant;
import java.util.UUID;

/** What happens to a lead and is worth telling others. */
public sealed interface LeadEvent {

    record Created(Lead lead) implements LeadEvent {}

    record Offered(Offer offer) implements LeadEvent {}

    record Accepted(UUID leadId, UUID offerId, UUID partnerId, Instant at) implements LeadEvent {}

    record Declined(UUID leadId, UUID offerId, UUID partnerId, DeclineReason reason, Instant at) implements LeadEvent {}

    record OfferExpired(UUID leadId, UUID offerId, UUID partnerId, Instant at) implements LeadEvent {}

    record Escalated(UUID leadId, EscalationReason reason, Instant at) implements LeadEvent {}
}
