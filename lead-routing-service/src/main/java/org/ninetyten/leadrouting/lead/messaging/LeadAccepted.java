package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** A partner took the lead. */
record LeadAccepted(UUID leadId, UUID offerId, UUID partnerId, Instant occurredAt) {}
