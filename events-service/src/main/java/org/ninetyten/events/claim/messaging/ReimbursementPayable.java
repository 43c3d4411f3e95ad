package org.ninetyten.events.claim.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** ReimbursementPayable: what is used of it here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReimbursementPayable(UUID claimId, String currency, long amountMinor, UUID journalEntryId) {}
