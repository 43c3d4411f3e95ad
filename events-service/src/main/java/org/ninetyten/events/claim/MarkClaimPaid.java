package org.ninetyten.events.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A reimbursement has arrived at the partner. */
@ApplicationScoped
public class MarkClaimPaid {

    private final Claims claims;

    @Inject
    MarkClaimPaid(Claims claims) {
        this.claims = claims;
    }

    /** Notes that the approved amount was paid; another amount than that is refused. */
    @Transactional
    public void handle(UUID claimId, long amountMinor, String currency) {
        claims.lock(claimId).paid(amountMinor, currency);
    }
}
