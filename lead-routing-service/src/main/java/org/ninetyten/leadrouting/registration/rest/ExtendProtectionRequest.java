package org.ninetyten.leadrouting.registration.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** The proof that the partner is at work with the customer. */
record ExtendProtectionRequest(
        @Schema(description = "What was done with the customer.")
        @NotNull
        @Size(min = 20, max = 2000)
        @Known(Code.LINES)
        String activity,

        @Schema(description = "The day, since the protection was granted.") @NotNull
        LocalDate activeOn) {}
