package org.ninetyten.leadrouting.customer.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a customer would rather have another partner. */
record AskForChangeRequest(
        @Schema(description = "Whom it would rather have.") @Nullable
        UUID partnerId,

        @NotNull @Size(max = 2000) @Known(Code.LINES) String why) {}
