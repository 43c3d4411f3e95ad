package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.Offer;

/** A lead was offered to one partner. */
record LeadOffered(
        UUID leadId,
        UUID offerId,
        UUID partnerId,
        int ordinal,
        Instant expiresAt,
        UUID decisionId,
        int policyVersion,
        Instant occurredAt) {

    static LeadOffered from(Offer offer) {
        return new LeadOffered(
                offer.leadId(),
                offer.id(),
                offer.partnerId(),
                offer.ordinal(),
                offer.expiresAt(),
                offer.decisionId(),
                offer.policyVersion(),
                offer.offeredAt());
    }
}
