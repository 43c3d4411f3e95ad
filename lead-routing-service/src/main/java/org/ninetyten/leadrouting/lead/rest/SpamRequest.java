package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a lead is spam, and whether its sender is to be heard again. */
record SpamRequest(
        @NotNull @Size(max = 1000) @Known(Code.LINES) String why,

        @Schema(description = "Whether all later leads of this mail address are spam; false if absent.") @Nullable
        Boolean blockSender) {}
