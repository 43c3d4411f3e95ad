package org.ninetyten.billing.payout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells others of payouts, if and only if the transaction commits. */
public interface PayoutEvents {

    void submitted(Collection<Payout> payouts, Instant at);

    void settled(Collection<Payout> payouts, Instant at);

    /** A payout that failed, and why. */
    record Failed(Payout payout, String reason) {}

    void failed(Collection<Failed> payouts, Instant at);

    /** A reimbursement that a settled payout has paid. */
    record PaidClaim(UUID claimId, UUID partnerId, String currency, long amountMinor, UUID payoutId) {}

    void reimbursementsPaid(List<PaidClaim> claims, Instant at);
}
