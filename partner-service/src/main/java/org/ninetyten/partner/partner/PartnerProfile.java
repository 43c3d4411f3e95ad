package org.ninetyten.partner.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

/** All that a partner says about itself and that a partner manager may change. */
public record PartnerProfile(
        String legalName,
        @Nullable String taxId,
        String country,
        Region region,
        List<String> languages,
        String timeZone,
        List<City> cities,
        List<IncomePoint> services,
        Territory territory,
        Capacity capacity) {

    public PartnerProfile {
        languages = languages.stream().distinct().toList();
        services = services.stream().distinct().toList();
        cities = List.copyOf(cities);
        if (languages.isEmpty()) {
            throw ProblemException.invalid("languages", "must name at least one language");
        }
        if (services.isEmpty()) {
            throw ProblemException.invalid("services", "must name at least one income point");
        }
        if (territory.isEmpty()) {
            throw ProblemException.invalid("territory", "must name countries, subdivisions or a radius");
        }
        if (territory.radiusKm() != null && cities.isEmpty()) {
            throw ProblemException.invalid("territory.radiusKm", "needs a city to be round");
        }
    }
}
