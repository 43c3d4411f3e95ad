package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** Nothing was heard of the lead: its partner is reminded. */
record LeadNudged(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant occurredAt) {}
