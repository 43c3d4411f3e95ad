package org.ninetyten.partner.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.SubdivisionCode;

/** Where a partner may sell: whole countries, subdivisions of countries, or a radius round each of its cities. */
public record Territory(
        @Size(max = 250) List<@NotNull @CountryCode String> countries,
        @Size(max = 500) List<@NotNull @SubdivisionCode String> subdivisions,
        @Nullable @Min(1) @Max(20_000) Integer radiusKm) {

    // What is left out of a request arrives as null.
    public Territory {
        countries = countries == null ? List.of() : countries;
        subdivisions = subdivisions == null ? List.of() : subdivisions;
    }

    boolean isEmpty() {
        return countries.isEmpty() && subdivisions.isEmpty() && radiusKm == null;
    }
}
