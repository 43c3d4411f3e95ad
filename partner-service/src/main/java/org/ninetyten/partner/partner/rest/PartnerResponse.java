package org.ninetyten.partner.partner.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Capacity;
import org.ninetyten.partner.partner.City;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.PartnerProfile;
import org.ninetyten.partner.partner.PartnerStatus;
import org.ninetyten.partner.partner.Territory;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

/** A partner as the vendor and the partner itself see it. */
public record PartnerResponse(
        UUID id,
        @Nullable String externalId,
        long version,
        String legalName,
        @Nullable String taxId,
        String country,
        Region region,
        PartnerStatus status,
        @Nullable String suspensionReason,
        Tier tier,
        List<String> languages,
        String timeZone,
        List<City> cities,
        List<IncomePoint> services,
        Territory territory,
        Capacity capacity,
        Instant onboardedAt) {

    static PartnerResponse from(Partner partner) {
        PartnerProfile profile = partner.profile();
        return new PartnerResponse(
                partner.id(),
                partner.externalId(),
                partner.version(),
                profile.legalName(),
                profile.taxId(),
                profile.country(),
                profile.region(),
                partner.status(),
                partner.suspensionReason(),
                partner.tier(),
                profile.languages(),
                profile.timeZone(),
                profile.cities(),
                profile.services(),
                profile.territory(),
                profile.capacity(),
                partner.onboardedAt());
    }
}
