package org.ninetyten.leadrouting.policy.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document to check. */
record DraftRequest(
        @Schema(implementation = Object.class, description = "All parameters, as a version of the policy shows them.")
        @NotNull
        JsonNode document) {}
