package org.ninetyten.billing.reimbursement;

import java.util.Currency;
import java.util.UUID;

/** A claim as it was decided. What is approved is never more than what is eligible. */
public record ApprovedClaim(
        UUID claimId, UUID eventId, UUID partnerId, Currency currency, long eligibleMinor, long approvedMinor) {

    public ApprovedClaim {
        if (approvedMinor < 0 || approvedMinor > eligibleMinor) {
            throw new IllegalArgumentException(
                    "Claim %s approves %d of eligible %d".formatted(claimId, approvedMinor, eligibleMinor));
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " is not money that can be owed");
        }
    }
}
