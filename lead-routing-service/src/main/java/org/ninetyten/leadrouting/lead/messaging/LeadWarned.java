package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** Still nothing was heard of the lead: its partner may lose it. */
record LeadWarned(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant occurredAt) {}
