package org.ninetyten.leadrouting.dealpolicy.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.WriteDealPolicy;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** The figures of deals, registrations and ratings. */
@Path("/v1/deal-policies")
@Tag(name = "Policies")
class DealPolicyResource {

    private final WriteDealPolicy writePolicy;
    private final DealPolicies policies;
    private final Idempotency idempotency;
    private final Caller caller;

    DealPolicyResource(WriteDealPolicy writePolicy, DealPolicies policies, Idempotency idempotency, Caller caller) {
        this.writePolicy = writePolicy;
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(ADMIN)
    @Operation(summary = "Add a version of the deal policy; what was granted under older ones stays as it is")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealPolicyRequest.class),
                            examples = @ExampleObject(name = "policy", value = DealPolicyExamples.WRITE)))
    @APIResponse(
            responseCode = "201",
            description = "The new version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealPolicyResponse.class),
                            examples = @ExampleObject(name = "policy", value = DealPolicyExamples.POLICY)))
    public Response write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull DealPolicyRequest request) {
        return idempotency.once(key, request, () -> {
            DealPolicyResponse written = DealPolicyResponse.from(writePolicy.write(request.toPolicy(caller.name())));
            return Response.created(URI.create("/v1/deal-policies/" + written.version()))
                    .entity(written)
                    .build();
        });
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, FINANCE, EXECUTIVE, ADMIN})
    @Operation(summary = "List the versions of the deal policy, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of versions.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealPolicyPage.class),
                            examples = @ExampleObject(name = "page", value = DealPolicyExamples.PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<DealPolicyResponse> rows = policies.list(below(cursor), limit + 1).stream()
                .map(DealPolicyResponse::from)
                .toList();
        return Pages.respond(rows, limit, policy -> Cursor.encode(policy.version()), uri);
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, FINANCE, EXECUTIVE, ADMIN})
    @Operation(summary = "Read a version of the deal policy")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealPolicyResponse.class),
                            examples = @ExampleObject(name = "policy", value = DealPolicyExamples.POLICY)))
    public Response one(@PathParam("version") int version) {
        return Response.ok(policies.find(version)
                        .map(DealPolicyResponse::from)
                        .orElseThrow(() -> ProblemException.notFound("deal policy", version)))
                .build();
    }

    private static @Nullable Integer below(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : Integer.valueOf(values.getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
