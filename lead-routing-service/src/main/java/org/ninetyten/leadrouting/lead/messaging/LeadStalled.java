package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** Nothing was heard of a lead that is being worked on: the desk should ask. */
record LeadStalled(UUID leadId, UUID partnerId, Instant lastNewsAt, Instant occurredAt) {}
