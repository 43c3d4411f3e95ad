package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.RecallReason;

/** The lead was taken back from its partner and is routed anew. */
record LeadRecalled(UUID leadId, UUID partnerId, RecallReason reason, Instant lastNewsAt, Instant occurredAt) {}
