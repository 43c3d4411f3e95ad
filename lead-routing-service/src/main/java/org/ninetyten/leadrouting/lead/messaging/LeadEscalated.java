package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.EscalationReason;

/** The lead went to the sales desk. */
record LeadEscalated(UUID leadId, EscalationReason reason, Instant occurredAt) {}
