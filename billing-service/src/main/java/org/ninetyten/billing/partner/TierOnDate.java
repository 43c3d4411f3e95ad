package org.ninetyten.billing.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The tier that money uses on a date, and how it is known. */
public record TierOnDate(Tier tier, Source source, @Nullable LocalDate effectiveFrom) {

    /** How a tier is known. */
    public enum Source {
        /** A change up to the date says so. */
        HISTORY,
        /** The partner's first tier began after the date, so the lowest tier counts. */
        BEFORE_THE_FIRST_TIER,
        /** Nothing was heard of the partner yet, so the lowest tier counts until its tier arrives. */
        PARTNER_NOT_KNOWN,
        /** Somebody asked what would be. */
        ASSUMED
    }
}
