package org.ninetyten.partner.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.tier.Tier;

/** What happened to a partner. */
public sealed interface PartnerEvent {

    /** The partner, in the state after the event. */
    Partner partner();

    /** The partner's version that this event made. */
    long version();

    /** When it happened. */
    Instant at();

    /** The company became a partner. */
    record Onboarded(Partner partner, long version, Instant at) implements PartnerEvent {}

    /** Something about it changed. */
    record Changed(Partner partner, long version, Instant at) implements PartnerEvent {}

    /** It was suspended. */
    record Suspended(Partner partner, long version, Instant at, String reason) implements PartnerEvent {}

    /** It has another tier, or its first. */
    record TierChanged(
            Partner partner,
            long version,
            Instant at,
            @Nullable Tier oldTier,
            Tier newTier,
            LocalDate effectiveFrom,
            int ruleSetVersion,
            List<String> reasons)
            implements PartnerEvent {}
}
