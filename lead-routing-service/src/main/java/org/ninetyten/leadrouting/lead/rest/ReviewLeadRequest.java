package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What the desk found a lead to be. */
record ReviewLeadRequest(
        @NotNull Decision decision,

        @Schema(description = "The open lead that says the same; only with DUPLICATE_OF.") @Nullable
        UUID duplicateOf,

        @NotNull @Size(max = 1000) @Known(Code.LINES) String why) {

    /** The possible findings. */
    enum Decision {
        NEW,
        DUPLICATE_OF,
        SPAM
    }
}
