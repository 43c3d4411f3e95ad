package org.ninetyten.billing.legalentity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.legalentity.LegalEntity;

/** A further company of the vendor. */
@Schema(examples = LegalEntityExamples.ADD)
record AddLegalEntityRequest(
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}", message = "must be 2 to 10 capital letters and digits, a letter first")
        String code,

        @NotBlank @Size(max = 200) String name,

        @Schema(description = "What its self-billing numbers begin with; never changes.")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9]{0,9}", message = "must be 1 to 10 capital letters and digits, a letter first")
        String numberPrefix,

        @NotNull @Size(min = 2, max = 2) String country,

        @Schema(description = "Whose partners it bills.") @NotBlank @Size(max = 50)
        String region,

        @NotNull @Size(max = 500) List<@Valid @NotNull HolidayRequest> holidays,
        @NotBlank @Size(max = 1000) String why) {

    LegalEntity draft() {
        return new LegalEntity(
                code, name, numberPrefix, HolidayRequest.country(country), region, HolidayRequest.read(holidays), 1);
    }
}
