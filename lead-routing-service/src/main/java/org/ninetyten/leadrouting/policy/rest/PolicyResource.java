package org.ninetyten.leadrouting.policy.rest;

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
import org.ninetyten.leadrouting.policy.CheckRoutingPolicy;
import org.ninetyten.leadrouting.policy.PolicyDiff;
import org.ninetyten.leadrouting.policy.PolicyVersion;
import org.ninetyten.leadrouting.policy.PolicyVersions;
import org.ninetyten.leadrouting.policy.WithdrawRoutingPolicy;
import org.ninetyten.leadrouting.policy.WriteRoutingPolicy;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** The versions of the routing policy. */
@Path("/v1/routing-policies")
@Tag(name = "Routing policies")
class PolicyResource {

    private final PolicyVersions versions;
    private final WriteRoutingPolicy writePolicy;
    private final WithdrawRoutingPolicy withdrawPolicy;
    private final CheckRoutingPolicy checkPolicy;
    private final Idempotency idempotency;
    private final Caller caller;

    PolicyResource(
            PolicyVersions versions,
            WriteRoutingPolicy writePolicy,
            WithdrawRoutingPolicy withdrawPolicy,
            CheckRoutingPolicy checkPolicy,
            Idempotency idempotency,
            Caller caller) {
        this.versions = versions;
        this.writePolicy = writePolicy;
        this.withdrawPolicy = withdrawPolicy;
        this.checkPolicy = checkPolicy;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "List the versions of the routing policy, the newest first, and which one is valid")
    @APIResponse(
            responseCode = "200",
            description = "One page of versions, without their documents.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyPage.class),
                            examples = @ExampleObject(name = "page", value = PolicyExamples.PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<PolicyResponse> rows = versions.list(before(cursor), limit + 1).stream()
                .map(PolicyResponse::summary)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.version()), uri);
    }

    private static @Nullable Integer before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : Integer.valueOf(values.getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Read a version of the routing policy with all its parameters")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyResponse.class),
                            examples = @ExampleObject(name = "version", value = PolicyExamples.VERSION)))
    public Response one(@PathParam("version") int version) {
        return Response.ok(PolicyResponse.whole(versions.require(version))).build();
    }

    @GET
    @Path("/{version}/diff")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Compare a version with another one, field by field")
    @APIResponse(
            responseCode = "200",
            description = "The fields that differ; before is the value of the version that is compared against.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DiffResponse.class),
                            examples = @ExampleObject(name = "diff", value = PolicyExamples.DIFF)))
    public Response diff(@PathParam("version") int version, @QueryParam("against") @NotNull Integer against) {
        PolicyVersion after = versions.require(version);
        PolicyVersion before = versions.require(against);
        return Response.ok(DiffResponse.of(version, against, PolicyDiff.between(before.policy(), after.policy())))
                .build();
    }

    @POST
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Add a version of the routing policy, valid from now or later")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "version, some fields left out here",
                                            value = PolicyExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The new version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyResponse.class),
                            examples = @ExampleObject(name = "version", value = PolicyExamples.VERSION)))
    public Response write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull PolicyRequest request) {
        return idempotency.once(key, request, () -> {
            PolicyVersion version = writePolicy.write(
                    request.name(), request.validFrom(), request.why(), request.document(), caller.name());
            return Response.created(URI.create("/v1/routing-policies/" + version.number()))
                    .entity(PolicyResponse.whole(version))
                    .build();
        });
    }

    @POST
    @Path("/validate")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "Check a document without keeping it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DraftRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "draft, some fields left out here",
                                            value = PolicyExamples.DRAFT)))
    @APIResponse(
            responseCode = "200",
            description = "What is wrong with it, and what should be looked at.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CheckResponse.class),
                            examples = @ExampleObject(name = "check", value = PolicyExamples.CHECK)))
    public Response validate(@Valid @NotNull DraftRequest request) {
        return Response.ok(CheckResponse.from(checkPolicy.check(request.document())))
                .build();
    }

    @POST
    @Path("/{version}/withdraw")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Take back a version that has not become valid")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WithdrawRequest.class),
                            examples = @ExampleObject(name = "withdrawal", value = PolicyExamples.WITHDRAW)))
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PolicyResponse.class),
                            examples = @ExampleObject(name = "version", value = PolicyExamples.VERSION)))
    public Response withdraw(
            @PathParam("version") int version,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WithdrawRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(PolicyResponse.whole(withdrawPolicy.withdraw(version, request.why(), caller.name())))
                        .build());
    }
}
