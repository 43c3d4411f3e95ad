package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Until when a lead rests, and why. */
record NurtureLeadRequest(
        @Schema(description = "The day on which the lead is routed anew; it begins at midnight UTC.") @NotNull
        LocalDate until,

        @NotNull @Size(max = 1000) @Known(Code.LINES) String why) {}
