package org.ninetyten.leadrouting.customer.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.AskForChange;
import org.ninetyten.leadrouting.customer.ChangeRequest;
import org.ninetyten.leadrouting.customer.ChangeRequests;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Customers that would rather have another partner. */
@Path("/v1/change-requests")
@Tag(name = "Customers")
class ChangeRequestResource {

    private final ChangeRequests requests;
    private final AskForChange askForChange;
    private final Idempotency idempotency;
    private final Caller caller;

    ChangeRequestResource(ChangeRequests requests, AskForChange askForChange, Idempotency idempotency, Caller caller) {
        this.requests = requests;
        this.askForChange = askForChange;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN})
    @Operation(summary = "List what customers asked for, the one that waits longest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of requests.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChangeRequestPage.class),
                            examples = @ExampleObject(name = "page", value = CustomerExamples.REQUESTS)))
    public Response list(
            @QueryParam("state") ChangeRequest.@Nullable State state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<ChangeRequest> rows = requests.list(state, after(cursor), limit + 1);
        return Pages.respond(rows, limit, request -> Cursor.encode(request.id()), uri);
    }

    @POST
    @Path("/{id}/grant")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Give the customer another partner of record, as it asked")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MoveCustomerRequest.class),
                            examples = @ExampleObject(name = "move", value = CustomerExamples.MOVE)))
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChangeRequest.class),
                            examples = @ExampleObject(name = "request", value = CustomerExamples.REQUEST)))
    public Response grant(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull MoveCustomerRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(askForChange.grant(id, request.partnerId(), request.why(), caller.name()))
                        .build());
    }

    @POST
    @Path("/{id}/refuse")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Leave the customer where it is")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefuseChangeRequest.class),
                            examples = @ExampleObject(name = "why", value = CustomerExamples.WHY)))
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChangeRequest.class),
                            examples = @ExampleObject(name = "request", value = CustomerExamples.REQUEST)))
    public Response refuse(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RefuseChangeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(askForChange.refuse(id, request.why(), caller.name()))
                        .build());
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
