package org.ninetyten.billing.reimbursement.messaging;

import java.util.Currency;
import java.util.UUID;
import org.ninetyten.billing.reimbursement.ApprovedClaim;

/** What billing reads of an approved claim. */
record ReimbursementApproved(
        UUID claimId, UUID eventId, UUID partnerId, String currency, long eligibleMinor, long approvedMinor) {

    ApprovedClaim claim() {
        return new ApprovedClaim(
                claimId, eventId, partnerId, Currency.getInstance(currency), eligibleMinor, approvedMinor);
    }
}
