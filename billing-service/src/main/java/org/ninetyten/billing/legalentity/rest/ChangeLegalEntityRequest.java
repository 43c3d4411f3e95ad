package org.ninetyten.billing.legalentity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company of the vendor as it shall be; what is left out is none. */
@Schema(examples = LegalEntityExamples.CHANGE)
record ChangeLegalEntityRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(min = 2, max = 2) String country,

        @Schema(description = "Whose partners it bills; absent for the one that has all other regions.")
        @Size(min = 1, max = 50)
        @Nullable
        String region,

        @NotNull @Size(max = 500) List<@Valid @NotNull HolidayRequest> holidays,
        @NotBlank @Size(max = 1000) String why) {}
