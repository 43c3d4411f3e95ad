package org.ninetyten.leadrouting.simulation.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.simulation.FileRows;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** The cells of a row of a file of leads, each of its kind. */
record SimulationRow(
        @NotNull Instant createdAt,
        @NotNull LeadSource source,
        @Known(Code.COUNTRY) @Nullable String country,
        @Known(Code.SUBDIVISION) @Nullable String subdivision,

        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,

        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,

        @Known(Code.LANGUAGE) @Nullable String language,
        Set<IncomePoint> needs,
        @Nullable UUID partnerId) {

    @AssertTrue(message = "must be there when the other coordinate is")
    boolean isLongitude() {
        return (latitude == null) == (longitude == null);
    }

    FileRows.Row.Taken taken() {
        return new FileRows.Row.Taken(
                createdAt, source, country, subdivision, latitude, longitude, language, needs, partnerId);
    }
}
