package org.ninetyten.leadrouting.trial.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.MARKETING;
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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.CreateQualificationPolicy;
import org.ninetyten.leadrouting.trial.QualificationPolicies;
import org.ninetyten.leadrouting.trial.QualificationPolicy;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Versions of what makes a lead of a trial. */
@Path("/v1/qualification-policies")
@Tag(name = "Trials")
class QualificationPolicyResource {

    private final CreateQualificationPolicy createPolicy;
    private final QualificationPolicies policies;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    QualificationPolicyResource(
            CreateQualificationPolicy createPolicy,
            QualificationPolicies policies,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.createPolicy = createPolicy;
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(ADMIN)
    @Operation(summary = "Add a version of the qualification policy; leads made under older ones stay as they are")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QualificationPolicyRequest.class),
                            examples = @ExampleObject(name = "policy", value = TrialExamples.NEW_POLICY)))
    @APIResponse(
            responseCode = "201",
            description = "The new version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QualificationPolicyResponse.class),
                            examples = @ExampleObject(name = "policy", value = TrialExamples.POLICY)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull QualificationPolicyRequest request) {
        return idempotency.once(key, request, () -> {
            QualificationPolicyResponse created = response(createPolicy.create(
                    request.name(), request.validFrom(), request.toRules(), caller.name(), request.why()));
            return Response.created(URI.create("/v1/qualification-policies/" + created.version()))
                    .entity(created)
                    .build();
        });
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, EXECUTIVE, ADMIN})
    @Operation(summary = "List the versions of the qualification policy, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of versions.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QualificationPolicyPage.class),
                            examples = @ExampleObject(name = "page", value = TrialExamples.POLICY_PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<QualificationPolicyResponse> rows = policies.list(below(cursor), limit + 1).stream()
                .map(this::response)
                .toList();
        return Pages.respond(rows, limit, policy -> Cursor.encode(policy.version()), uri);
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, EXECUTIVE, ADMIN})
    @Operation(summary = "Read a version of the qualification policy")
    @APIResponse(
            responseCode = "200",
            description = "The version.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QualificationPolicyResponse.class),
                            examples = @ExampleObject(name = "policy", value = TrialExamples.POLICY)))
    public Response one(@PathParam("version") int version) {
        return Response.ok(policies.find(version)
                        .map(this::response)
                        .orElseThrow(() -> ProblemException.notFound("qualification policy", version)))
                .build();
    }

    private QualificationPolicyResponse response(QualificationPolicy policy) {
        return QualificationPolicyResponse.from(
                policy, policies.validAt(clock.instant()).version());
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
