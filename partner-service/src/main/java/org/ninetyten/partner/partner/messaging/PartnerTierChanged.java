package org.ninetyten.partner.partner.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.PartnerEvent;
import org.ninetyten.partner.tier.Tier;

/** Published: a partner's tier from a date on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerTierChanged(
        UUID partnerId,
        long version,
        @Nullable Tier oldTier,
        Tier newTier,
        LocalDate effectiveFrom,
        int ruleSetVersion,
        List<String> reasons,
        Instant occurredAt) {

    static final String TYPE = "org.ninetyten.partner.partner.tierchanged.v1";

    static PartnerTierChanged from(PartnerEvent.TierChanged event) {
        return new PartnerTierChanged(
                event.partner().id(),
                event.version(),
                event.oldTier(),
                event.newTier(),
                event.effectiveFrom(),
                event.ruleSetVersion(),
                event.reasons(),
                event.at());
    }
}
