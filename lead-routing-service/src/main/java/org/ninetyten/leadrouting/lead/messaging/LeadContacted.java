package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;

/** The partner has spoken to the customer. */
record LeadContacted(UUID leadId, UUID partnerId, Instant contactBy, boolean inTime, Instant occurredAt) {}
