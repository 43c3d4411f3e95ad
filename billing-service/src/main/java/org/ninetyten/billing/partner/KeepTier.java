package org.ninetyten.billing.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps a tier change, however late it comes, and tells those who decided without it. */
@ApplicationScoped
public class KeepTier {

    private final Tiers tiers;
    private final PartnerChanges changes;
    private final Clock clock;

    KeepTier(Tiers tiers, PartnerChanges changes, Clock clock) {
        this.tiers = tiers;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void handle(TierChange change) {
        if (tiers.add(change, clock.instant())) {
            changes.arrived(change.partnerId(), change.effectiveFrom());
        }
    }
}
