package org.ninetyten.billing.partner;

import org.jspecify.annotations.Nullable;

/**
 * What a partner was on an invoice date.
 *
 * @param country absent when nothing was heard of where it is
 * @param region absent when nothing was heard of where it is
 */
public record PartnerOnDate(
        TierOnDate tier, @Nullable String country, @Nullable String region) {

    /** A partner with its place, if that is known. */
    public static PartnerOnDate of(TierOnDate tier, @Nullable Place place) {
        return place == null
                ? new PartnerOnDate(tier, null, null)
                : new PartnerOnDate(tier, place.country(), place.region());
    }
}
