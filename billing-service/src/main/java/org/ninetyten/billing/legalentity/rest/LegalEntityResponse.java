package org.ninetyten.billing.legalentity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.legalentity.LegalEntity;

/** A company of the vendor. */
@Schema(examples = LegalEntityExamples.ENTITY)
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegalEntityResponse(
        String code,
        String name,

        @Schema(description = "What its self-billing numbers begin with; never changes.")
        String numberPrefix,

        @Schema(description = "ISO 3166-1 alpha-2; absent until it was said.") @Nullable
        String country,

        @Schema(description = "Whose partners it bills; absent for the one that has all other regions.") @Nullable
        String region,

        @Schema(description = "Days that don't count for deadlines in working days, beside Saturday and Sunday.")
        List<HolidayResponse> holidays,

        int version) {

    /** A day on which nobody works. */
    @Schema(name = "LegalEntityHoliday")
    record HolidayResponse(LocalDate day, String name) {}

    static LegalEntityResponse from(LegalEntity entity) {
        return new LegalEntityResponse(
                entity.code(),
                entity.name(),
                entity.numberPrefix(),
                entity.country(),
                entity.region(),
                entity.holidays().stream()
                        .map(holiday -> new HolidayResponse(holiday.day(), holiday.name()))
                        .toList(),
                entity.version());
    }
}
