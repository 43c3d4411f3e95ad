package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.LeadStatus;

/** The desk let the lead go on. */
record LeadReleased(UUID leadId, LeadStatus from, Instant occurredAt) {}
