package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.DeclineReason;

/** A partner declined the lead. */
record LeadDeclined(UUID leadId, UUID offerId, UUID partnerId, DeclineReason reason, Instant occurredAt) {}
