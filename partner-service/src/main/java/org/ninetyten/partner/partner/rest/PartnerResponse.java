package org.ninetyten.partner.partner.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(examples = """
        {"id": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40", "externalId": "crm-4711", "version": 4,
         "legalName": "Almaty Soft LLP", "taxId": "KZ-123456789012", "country": "KZ", "region": "CIS", "status": "ACTIVE",
         "tier": "BUSINESS", "languages": ["kk", "ru", "en"], "timeZone": "Asia/Almaty",
         "cities": [{"name": "Almaty", "country": "KZ", "latitude": 43.25, "longitude": 76.95}],
         "services": ["LICENCE", "IMPLEMENTATION", "INTEGRATION", "TRAINING"],
         "territory": {"countries": ["KZ"], "subdivisions": ["KZ-75"], "radiusKm": 150},
         "capacity": {"openLeadCap": 10, "quota30Days": 40, "paused": false}, "onboardedAt": "2026-11-23T08:15:30.123456Z"}
        """)
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

        @Schema(description = "The pause that lasts or is planned.") @Nullable
        PauseResponse pause,

        Instant onboardedAt) {

    /** A pause; its days are those of the partner's time zone. */
    public record PauseResponse(
            @Nullable LocalDate from,

            @Schema(description = "The first day with leads again; absent when somebody has to end the pause.")
            @Nullable
            LocalDate until,

            @Nullable String reason) {}

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
                partner.pause()
                        .map(pause -> new PauseResponse(pause.from(), pause.until(), pause.reason()))
                        .orElse(null),
                partner.onboardedAt());
    }
}
