package org.ninetyten.leadrouting.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.identity.KeyKind;
import org.ninetyten.leadrouting.intake.SpamRule;

/** What happens to a lead and is worth telling others. */
public sealed interface LeadEvent {

    record Created(Lead lead) implements LeadEvent {}

    record Offered(Offer offer) implements LeadEvent {}

    record Accepted(UUID leadId, UUID offerId, UUID partnerId, Instant at) implements LeadEvent {}

    record Declined(UUID leadId, UUID offerId, UUID partnerId, DeclineReason reason, Instant at) implements LeadEvent {}

    record OfferExpired(UUID leadId, UUID offerId, UUID partnerId, Instant at) implements LeadEvent {}

    record Escalated(UUID leadId, EscalationReason reason, Instant at) implements LeadEvent {}

    /** The lead says the same as another one; matched by nothing when a person decided. */
    record Merged(Lead lead, UUID survivorId, Set<KeyKind> matchedBy, Instant at) implements LeadEvent {}

    record Unmerged(UUID leadId, UUID survivorId, Instant at) implements LeadEvent {}

    record Rejected(UUID leadId, SpamRule rule, Instant at) implements LeadEvent {}

    record Held(UUID leadId, Set<ReviewReason> reasons, Instant at) implements LeadEvent {}

    record Released(UUID leadId, LeadStatus from, Instant at) implements LeadEvent {}

    record Lost(Lead lead, LossReason reason, Instant at) implements LeadEvent {}

    record Nurtured(Lead lead, LocalDate until, Instant at) implements LeadEvent {}

    record Woken(UUID leadId, Instant at) implements LeadEvent {}

    /** The partner has spoken to the customer, in its time or too late. */
    record Contacted(UUID leadId, UUID partnerId, Instant contactBy, Instant at) implements LeadEvent {}

    record WorkStarted(UUID leadId, UUID partnerId, Instant at) implements LeadEvent {}

    record ContactOverdue(UUID leadId, UUID partnerId, Instant contactBy, Instant at) implements LeadEvent {}

    record Nudged(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant at) implements LeadEvent {}

    record Warned(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant at) implements LeadEvent {}

    record Recalled(UUID leadId, UUID partnerId, RecallReason reason, Instant lastNewsAt, Instant at)
            implements LeadEvent {}

    /** Nothing was heard for as long as a lead is recalled after, but there is work that is not taken away. */
    record Stalled(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant at) implements LeadEvent {}
}
