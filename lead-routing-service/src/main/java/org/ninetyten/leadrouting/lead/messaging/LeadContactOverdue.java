package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** The time for the first contact is over, and nothing was heard of one. */
record LeadContactOverdue(UUID leadId, UUID partnerId, Instant contactBy, Instant occurredAt) {}
