package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.intake.SpamRule;

/** The lead is spam. */
record LeadRejected(UUID leadId, SpamRule rule, Instant occurredAt) {}
