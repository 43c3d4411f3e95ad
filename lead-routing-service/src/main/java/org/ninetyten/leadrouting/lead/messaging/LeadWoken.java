package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** The lead has rested and is routed anew. */
record LeadWoken(UUID leadId, Instant occurredAt) {}
