package org.ninetyten.leadrouting.policy.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** A new version of the routing policy. */
record PolicyRequest(
        @NotNull @Size(max = 100) @Known(Code.TEXT) String name,

        @Schema(description = "From when on; at once when absent. Never in the past.") @Nullable
        Instant validFrom,

        @NotNull @Size(max = 1_000) @Known(Code.LINES) String why,

        @Schema(implementation = Object.class, description = "All parameters, as a version of the policy shows them.")
        @NotNull
        JsonNode document) {}
