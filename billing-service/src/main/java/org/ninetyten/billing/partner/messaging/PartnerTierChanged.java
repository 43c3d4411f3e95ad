package org.ninetyten.billing.partner.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierChange;

/** What billing reads of a changed tier. */
record PartnerTierChanged(UUID partnerId, long version, Tier newTier, LocalDate effectiveFrom, int ruleSetVersion) {

    TierChange change() {
        return new TierChange(partnerId, version, newTier, effectiveFrom, ruleSetVersion);
    }
}
