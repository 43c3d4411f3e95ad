package org.ninetyten.partner.application.rest;

import static java.util.Objects.requireNonNull;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.partner.application.Application;
import org.ninetyten.partner.application.ApplicationStatus;
import org.ninetyten.partner.application.Applications;
import org.ninetyten.partner.application.DecideApplication;
import org.ninetyten.partner.application.SubmitApplication;
import org.ninetyten.partner.vocabulary.OneOf;

/** Applications: submitted by anybody, decided by partner managers. */
@Path("/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ApplicationResource {

    private final SubmitApplication submit;
    private final DecideApplication decide;
    private final Applications applications;
    private final Idempotency idempotency;
    private final Caller caller;

    ApplicationResource(
            SubmitApplication submit,
            DecideApplication decide,
            Applications applications,
            Idempotency idempotency,
            Caller caller) {
        this.submit = submit;
        this.decide = decide;
        this.applications = applications;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @RateLimited(perMinute = 10)
    @Operation(summary = "Submits the public form of a company that wants to become a partner")
    @APIResponse(
            responseCode = "201",
            description = "The application has arrived.",
            content = @Content(schema = @Schema(implementation = SubmittedResponse.class)))
    @APIResponse(responseCode = "429", description = "Too many requests from this address; Retry-After says when.")
    public Response submit(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SubmitApplicationRequest request,
            @Context UriInfo uri) {
        return idempotency.once(key, request, () -> {
            Application application = submit.submit(request.toForm(), caller.name());
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(application.id().toString())
                            .build())
                    .entity(new SubmittedResponse(application.id(), application.status()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Lists applications, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications.",
            content = @Content(schema = @Schema(implementation = ApplicationPage.class)))
    public Response list(
            @Parameter(schema = @Schema(implementation = ApplicationStatus.class))
                    @QueryParam("status")
                    @Nullable
                    @OneOf(ApplicationStatus.class)
                    String status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 500) String cursor,
            @Context UriInfo uri) {
        List<ApplicationResponse> rows =
                applications
                        .find(status == null ? null : ApplicationStatus.valueOf(status), after(cursor), limit + 1)
                        .stream()
                        .map(ApplicationResponse::from)
                        .toList();
        return Pages.respond(rows, limit, application -> Cursor.encode(application.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Shows an application")
    @APIResponse(responseCode = "200", description = "The application.")
    public ApplicationResponse get(@PathParam("id") UUID id) {
        return ApplicationResponse.from(applications.existing(id));
    }

    @POST
    @Path("/{id}/screen")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Begins to look at an application")
    @APIResponse(
            responseCode = "200",
            description = "The application in screening.",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response screen(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> Response.ok(ApplicationResponse.from(decide.screen(id, caller.name())))
                        .build());
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Makes the company of an application in screening a partner")
    @APIResponse(
            responseCode = "200",
            description = "The approved application and its partner.",
            content = @Content(schema = @Schema(implementation = ApprovedResponse.class)))
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ApproveApplicationRequest request) {
        return idempotency.once(key, request, () -> {
            Application approved = decide.approve(id, request.toTerms(), caller.name());
            return Response.ok(new ApprovedResponse(
                            ApplicationResponse.from(approved), requireNonNull(approved.partnerId())))
                    .build();
        });
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(
            summary = "Rejects an application in screening",
            description = "The answer says from when on the company may apply again; after fraud it never may.")
    @APIResponse(
            responseCode = "200",
            description = "The rejected application.",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RejectApplicationRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(ApplicationResponse.from(decide.reject(id, request.reason(), caller.name())))
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
