package org.ninetyten.leadrouting.simulation.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.simulation.FileRows;
import org.ninetyten.leadrouting.simulation.SimulationFiles;
import org.ninetyten.leadrouting.simulation.TakeSimulationFile;
import org.ninetyten.leadrouting.transfer.rest.Lines;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** Files of leads to simulate with. */
@Path("/v1/simulation-files")
@Tag(name = "Simulation")
class SimulationFileResource {

    private final TakeSimulationFile takeFile;
    private final SimulationFiles files;
    private final Validator validator;
    private final ObjectMapper json;
    private final Caller caller;

    SimulationFileResource(
            TakeSimulationFile takeFile, SimulationFiles files, Validator validator, ObjectMapper json, Caller caller) {
        this.takeFile = takeFile;
        this.files = files;
        this.validator = validator;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Consumes(Lines.CSV)
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Send a file of leads to simulate with", description = """
                    The key names the file: the same file under the same key is taken once, one that broke off begins anew. \
                    A row needs createdAt; a lead without a source is an import. The column partnerId says to whom a lead \
                    really went, with an empty cell for nobody; without that column nothing is compared. A row that is no \
                    lead is listed with its line and the reason. There is nothing of persons in such a file.""")
    @RequestBody(
            required = true,
            description = "UTF-8 with a header of column names; needs are set apart by |.",
            content =
                    @Content(
                            mediaType = Lines.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "csv", value = SimulationExamples.CSV)))
    @APIResponse(
            responseCode = "201",
            description = "The file has arrived.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationFileResponse.class),
                            examples = @ExampleObject(name = "file", value = SimulationExamples.FILE)))
    @APIResponse(
            responseCode = "200",
            description = "The same file had arrived before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationFileResponse.class),
                            examples = @ExampleObject(name = "file", value = SimulationExamples.FILE)))
    public Response take(@HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key, InputStream body)
            throws IOException {
        if (key == null || key.isBlank()) {
            throw ProblemException.invalid("Idempotency-Key", "is needed: it names the file");
        }
        try (FileRows rows = new SimulationCsv(body, validator)) {
            TakeSimulationFile.Taken taken = takeFile.take(caller.name(), key, rows);
            SimulationFileResponse answer = SimulationFileResponse.from(taken.file());
            return taken.isNew()
                    ? Response.created(URI.create("/v1/simulation-files/" + answer.id()))
                            .entity(answer)
                            .build()
                    : Response.ok(answer).build();
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Read what a file of leads has in it")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationFileResponse.class),
                            examples = @ExampleObject(name = "file", value = SimulationExamples.FILE)))
    public Response one(@PathParam("id") UUID id) {
        return Response.ok(require(id)).build();
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({Lines.NDJSON, Lines.CSV})
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Read the rows of a file that are no leads, each with its line and the reason")
    @APIResponse(
            responseCode = "200",
            description = "One line for each row, in the order of the file.",
            content = {
                @Content(
                        mediaType = Lines.NDJSON,
                        schema = @Schema(implementation = RowRejectionResponse.class),
                        examples = @ExampleObject(name = "ndjson", value = SimulationExamples.REJECTION)),
                @Content(
                        mediaType = Lines.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = SimulationExamples.REJECTION_CSV))
            })
    public Response rejections(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        require(id);
        boolean csv = Lines.wantsCsv(headers);
        StreamingOutput lines = output -> {
            try (Lines out = Lines.to(output, csv, List.of("line", "field", "reason"), json)) {
                files.rejections(id, one -> out.write(new RowRejectionResponse(one.line(), one.field(), one.reason())));
            }
        };
        return Response.ok(lines, csv ? Lines.CSV : Lines.NDJSON).build();
    }

    private SimulationFileResponse require(UUID id) {
        return files.find(id)
                .map(SimulationFileResponse::from)
                .orElseThrow(() -> ProblemException.notFound("file", id));
    }
}
