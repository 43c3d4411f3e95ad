package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** A partner did not answer in time. */
record LeadOfferExpired(UUID leadId, UUID offerId, UUID partnerId, Instant occurredAt) {}
