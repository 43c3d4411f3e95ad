package org.ninetyten.events.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Billing pays a reimbursement. */
@ApplicationScoped
public class MarkClaimPaying {

    private final Claims claims;

    @Inject
    MarkClaimPaying(Claims claims) {
        this.claims = claims;
    }

    /** Notes that the approved amount is being paid; another amount than that is refused. */
    @Transactional
    public void handle(UUID claimId, long amountMinor, String currency, UUID journalEntryId) {
        claims.lock(claimId).paying(amountMinor, currency, journalEntryId);
    }
}
