package org.ninetyten.leadrouting.trial.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Signals of any trials. Each is read on its own, so that a broken one does not spoil the others. */
record UsageSignalsRequest(
        @NotNull @Size(min = 1, max = 1000) @Schema(implementation = UsageSignalRequest[].class)
        List<@Nullable JsonNode> signals) {}
