package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** The customer wants to go on, and the partner is at it. */
record LeadWorkStarted(UUID leadId, UUID partnerId, Instant occurredAt) {}
