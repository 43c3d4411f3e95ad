package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.ReviewReason;

/** A person has to look at the lead before it is routed. */
record LeadHeld(UUID leadId, List<ReviewReason> reasons, Instant occurredAt) {}
