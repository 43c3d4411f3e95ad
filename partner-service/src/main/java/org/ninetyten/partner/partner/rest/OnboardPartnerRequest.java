package org.ninetyten.partner.partner.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Capacity;
import org.ninetyten.partner.partner.City;
import org.ninetyten.partner.partner.PartnerProfile;
import org.ninetyten.partner.partner.Territory;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.LanguageTag;
import org.ninetyten.partner.vocabulary.PlainText;
import org.ninetyten.partner.vocabulary.Region;
import org.ninetyten.partner.vocabulary.TimeZoneId;

/** A partner that is taken over from an older programme. */
@Schema(examples = """
        {"externalId": "crm-4711", "legalName": "Almaty Soft LLP", "taxId": "KZ-123456789012", "country": "KZ",
         "region": "CIS", "languages": ["kk", "ru"], "timeZone": "Asia/Almaty",
         "cities": [{"name": "Almaty", "country": "KZ", "latitude": 43.25, "longitude": 76.95}],
         "services": ["LICENCE", "IMPLEMENTATION", "TRAINING"],
         "territory": {"countries": ["KZ"], "subdivisions": [], "radiusKm": 150},
         "capacity": {"openLeadCap": 10, "quota30Days": 40, "paused": false}}
        """)
public record OnboardPartnerRequest(
        @Nullable @PlainText @Size(max = 100) String externalId,
        @NotNull @PlainText @Size(max = 200) String legalName,
        @Nullable @PlainText @Size(max = 50) String taxId,
        @NotNull @CountryCode String country,
        @NotNull Region region,
        @NotEmpty @Size(max = 50) List<@NotNull @LanguageTag String> languages,
        @NotNull @TimeZoneId String timeZone,
        @NotNull @Size(max = 100) List<@NotNull @Valid City> cities,
        @NotEmpty @Size(max = 12) List<@NotNull IncomePoint> services,
        @NotNull @Valid Territory territory,
        @NotNull @Valid Capacity capacity) {

    PartnerProfile toProfile() {
        return new PartnerProfile(
                legalName, taxId, country, region, languages, timeZone, cities, services, territory, capacity);
    }
}
