package org.ninetyten.leadrouting.lead;

import java.time.Instant;
import java.util.UUID;

/**
 * A partner has accepted a lead. Features that open something with it observe this: they run in the same transaction, and
 * what they refuse is not accepted either.
 */
public record LeadTaken(Lead lead, UUID partnerId, Instant at) {}
