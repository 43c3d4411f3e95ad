package org.ninetyten.leadrouting.simulation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.simulation.Simulation;
import org.ninetyten.messaging.http.ProblemException;

/** Which leads to route once more, and under which policy. */
record SimulationRequest(
        @Schema(description = "The leads that came from here on, until to; or else fileId.") @Nullable
        Instant from,

        @Nullable Instant to,

        @Schema(description = "The leads of this file; or else from and to.") @Nullable
        UUID fileId,

        @Schema(description = "The version of the routing policy; or else document.") @Min(1) @Nullable
        Integer policyVersion,

        @Schema(implementation = Object.class, description = "A draft with all parameters; or else policyVersion.")
        @Nullable
        JsonNode document,

        @Schema(
                description =
                        "How many days a lead stays open at the partner that it goes to, which is what open-lead caps are about.",
                defaultValue = "30")
        @Min(1)
        @Max(366)
        @Nullable
        Integer openDays) {

    private static final int OPEN_DAYS = 30;

    Simulation.Leads leads() {
        if (fileId != null) {
            if (from != null || to != null) {
                throw ProblemException.invalid("fileId", "or from and to must be given, and not both");
            }
            return new Simulation.Leads.OfFile(fileId);
        }
        if (from == null || to == null) {
            throw ProblemException.invalid(from == null ? "from" : "to", "is needed unless there is a fileId");
        }
        return new Simulation.Leads.OfPeriod(from, to);
    }

    int days() {
        return openDays == null ? OPEN_DAYS : openDays;
    }
}
