package org.ninetyten.leadrouting.simulation.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
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
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.simulation.CancelSimulation;
import org.ninetyten.leadrouting.simulation.Simulation;
import org.ninetyten.leadrouting.simulation.SimulationState;
import org.ninetyten.leadrouting.simulation.Simulations;
import org.ninetyten.leadrouting.simulation.StartSimulation;
import org.ninetyten.leadrouting.transfer.rest.Lines;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Simulations of routing. */
@Path("/v1/routing-simulations")
@Tag(name = "Simulation")
class SimulationResource {

    private final StartSimulation startSimulation;
    private final CancelSimulation cancelSimulation;
    private final Simulations simulations;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Caller caller;

    SimulationResource(
            StartSimulation startSimulation,
            CancelSimulation cancelSimulation,
            Simulations simulations,
            Idempotency idempotency,
            ObjectMapper json,
            Caller caller) {
        this.startSimulation = startSimulation;
        this.cancelSimulation = cancelSimulation;
        this.simulations = simulations;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Route past leads once more, under another policy", description = """
                    It runs behind the request and changes nothing but itself. The partners begin as they are now: with their \
                    territory, credentials, tier, open leads, credit, load, answers and deals. Each lead is kept by the first \
                    partner that it is offered to and stays open for openDays; credit, load, quota and opening leads go on \
                    from there, answers and deals stay as they are.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationRequest.class),
                            examples = @ExampleObject(name = "period", value = SimulationExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "It waits for its turn.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationResponse.class),
                            examples = @ExampleObject(name = "simulation", value = SimulationExamples.WAITING)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull SimulationRequest request) {
        return idempotency.once(key, request, () -> {
            Simulation simulation = startSimulation.start(
                    request.leads(), request.policyVersion(), request.document(), request.days(), caller.name());
            return Response.created(URI.create("/v1/routing-simulations/" + simulation.id()))
                    .entity(SimulationResponse.whole(simulation))
                    .build();
        });
    }

    @GET
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "List simulations, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of simulations, without their results.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationPage.class),
                            examples = @ExampleObject(name = "page", value = SimulationExamples.PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<SimulationResponse> rows = simulations.list(CursorId.decode(cursor), limit + 1).stream()
                .map(SimulationResponse::summary)
                .toList();
        return Pages.respond(rows, limit, one -> Cursor.encode(one.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Read how far a simulation is, and what came of it")
    @APIResponse(
            responseCode = "200",
            description = "The simulation.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationResponse.class),
                            examples = @ExampleObject(name = "finished", value = SimulationExamples.FINISHED)))
    public Response one(@PathParam("id") UUID id) {
        return Response.ok(SimulationResponse.whole(simulations.require(id))).build();
    }

    @GET
    @Path("/{id}/partners")
    @Produces({Lines.NDJSON, Lines.CSV})
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(
            summary = "Export what each partner got in a simulation, those with the most leads first",
            description = "Partners that got none, would have got none and were never in line are left out.")
    @APIResponse(
            responseCode = "200",
            description = "One line for each partner.",
            content = {
                @Content(
                        mediaType = Lines.NDJSON,
                        schema = @Schema(implementation = PartnerShareResponse.class),
                        examples = @ExampleObject(name = "ndjson", value = SimulationExamples.SHARE)),
                @Content(
                        mediaType = Lines.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = SimulationExamples.SHARE_CSV))
            })
    public Response partners(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        SimulationState state = simulations.require(id).state();
        if (state != SimulationState.FINISHED) {
            throw ProblemException.illegalState("Simulation " + id + " has no result: it is " + state + ".", List.of());
        }
        boolean csv = Lines.wantsCsv(headers);
        StreamingOutput lines = output -> {
            try (Lines out = Lines.to(output, csv, PartnerShareResponse.FIELDS, json)) {
                simulations.shares(id, share -> out.write(PartnerShareResponse.from(share)));
            }
        };
        return Response.ok(lines, csv ? Lines.CSV : Lines.NDJSON)
                .header("Content-Disposition", "attachment; filename=\"simulation." + (csv ? "csv" : "ndjson") + "\"")
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "End a simulation before its end")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationResponse.class),
                            examples = @ExampleObject(name = "simulation", value = SimulationExamples.CANCELLED)))
    public Response cancel(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        return idempotency.once(
                key,
                null,
                () -> Response.ok(SimulationResponse.whole(cancelSimulation.cancel(id)))
                        .build());
    }
}
