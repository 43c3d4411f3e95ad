package org.ninetyten.leadrouting.partner;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a partner may sell: whole countries, subdivisions, or a radius round its cities. Empty means nowhere. */
public record Territory(
        Set<String> countries,
        Set<String> subdivisions,
        @Nullable Integer radiusKm) {

    public Territory {
        countries = Set.copyOf(countries);
        subdivisions = Set.copyOf(subdivisions);
    }

    /** Says whether a customer at this place may be sold to by a partner with these cities. */
    public boolean covers(
            @Nullable String country, @Nullable String subdivision, @Nullable Place place, List<Place> cities) {
        if (country != null && countries.contains(country)) {
            return true;
        }
        if (subdivision != null && subdivisions.contains(subdivision)) {
            return true;
        }
        Integer radius = radiusKm;
        if (radius == null || place == null) {
            return false;
        }
        for (Place city : cities) {
            if (city.kilometresTo(place) <= radius) {
                return true;
            }
        }
        return false;
    }
}
