package org.ninetyten.leadrouting.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.City;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerState;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

/** What routing reads of a partner's full state: the body of onboarded, changed and suspended. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerChanged(
        UUID partnerId,
        long version,
        String legalName,
        String country,
        PartnerStatus status,
        Tier tier,
        List<String> languages,
        String timeZone,
        List<CityOfPartner> cities,
        List<IncomePoint> services,
        Reach territory,
        Room capacity) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CityOfPartner(String name, String country, double latitude, double longitude) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reach(
            @Nullable Set<String> countries,
            @Nullable Set<String> subdivisions,
            @Nullable Integer radiusKm) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Room(int openLeadCap, int quota30Days, boolean paused) {}

    PartnerState state() {
        return new PartnerState(
                partnerId,
                version,
                legalName,
                country,
                status,
                tier,
                languages,
                services,
                timeZone,
                cities.stream()
                        .map(city -> new City(city.name(), city.country(), city.latitude(), city.longitude()))
                        .toList(),
                new Territory(
                        territory.countries() == null ? Set.of() : territory.countries(),
                        territory.subdivisions() == null ? Set.of() : territory.subdivisions(),
                        territory.radiusKm()),
                capacity.openLeadCap(),
                capacity.quota30Days(),
                capacity.paused());
    }
}
