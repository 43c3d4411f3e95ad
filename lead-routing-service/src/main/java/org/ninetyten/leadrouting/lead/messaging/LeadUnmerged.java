package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** The lead is a lead of its own after all. */
record LeadUnmerged(UUID leadId, UUID survivorId, Instant occurredAt) {}
