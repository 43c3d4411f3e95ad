package org.ninetyten.leadrouting.simulation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.simulation.SimulationFile;

/** A file of leads to simulate with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulationFileResponse(
        UUID id,

        @Schema(description = "Whether it has arrived whole.")
        boolean ready,

        long leads,

        @Schema(description = "Rows that are no leads; each is listed with its line and the reason.")
        long rejected,

        @Nullable Instant firstAt,
        @Nullable Instant lastAt,

        @Schema(description = "Whether it says to whom its leads went.")
        boolean compares,

        Instant createdAt) {

    static SimulationFileResponse from(SimulationFile file) {
        return new SimulationFileResponse(
                file.id(),
                file.ready(),
                file.leads(),
                file.rejected(),
                file.firstAt(),
                file.lastAt(),
                file.compares(),
                file.createdAt());
    }
}
