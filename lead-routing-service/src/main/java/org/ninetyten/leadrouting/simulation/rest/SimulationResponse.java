package org.ninetyten.leadrouting.simulation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.PolicyJson;
import org.ninetyten.leadrouting.simulation.Simulation;
import org.ninetyten.leadrouting.simulation.SimulationResult;
import org.ninetyten.leadrouting.simulation.SimulationState;

/** A simulation and, when it has finished, what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulationResponse(
        UUID id,
        SimulationState state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID fileId,

        @Schema(description = "Absent for a draft.") @Nullable
        Integer policyVersion,

        @Schema(implementation = Object.class, description = "The policy; not in lists.") @Nullable
        JsonNode document,

        int openDays,

        @Schema(description = "How many leads there are to route.")
        long leads,

        @Schema(description = "How many were routed so far.")
        long done,

        @Nullable String failure,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Not in lists, and not before it has finished.") @Nullable
        SimulationResult result) {

    static SimulationResponse whole(Simulation simulation) {
        return from(simulation, PolicyJson.write(simulation.policy()), simulation.result());
    }

    static SimulationResponse summary(Simulation simulation) {
        return from(simulation, null, null);
    }

    private static SimulationResponse from(
            Simulation simulation, @Nullable JsonNode document, @Nullable SimulationResult result) {
        Simulation.Leads.OfPeriod period = simulation.of() instanceof Simulation.Leads.OfPeriod of ? of : null;
        Simulation.Leads.OfFile file = simulation.of() instanceof Simulation.Leads.OfFile of ? of : null;
        int version = simulation.policy().version();
        return new SimulationResponse(
                simulation.id(),
                simulation.state(),
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                file == null ? null : file.fileId(),
                version == 0 ? null : version,
                document,
                simulation.openDays(),
                simulation.leads(),
                simulation.done(),
                simulation.failure(),
                simulation.createdBy(),
                simulation.createdAt(),
                simulation.startedAt(),
                simulation.endedAt(),
                result);
    }
}
