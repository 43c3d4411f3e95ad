package org.ninetyten.events.claim.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** ReimbursementPaid: what is used of it here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReimbursementPaid(UUID claimId, String currency, long amountMinor) {}
