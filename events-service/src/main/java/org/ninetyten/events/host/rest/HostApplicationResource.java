package org.ninetyten.events.host.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.host.ApplicationStatus;
import org.ninetyten.events.host.DecideHostApplication;
import org.ninetyten.events.host.HostApplication;
import org.ninetyten.events.host.HostApplications;
import org.ninetyten.events.host.SubmitHostApplication;
import org.ninetyten.events.rest.Lists;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.Problem;
import org.ninetyten.messaging.http.Roles;
import org.ninetyten.messaging.http.Versions;

/** Applications to host an event. */
@Path("/v1/host-applications")
@Tag(name = "Host applications")
public class HostApplicationResource {

    private final SubmitHostApplication submit;
    private final DecideHostApplication decide;
    private final HostApplications applications;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    HostApplicationResource(
            SubmitHostApplication submit,
            DecideHostApplication decide,
            HostApplications applications,
            Idempotency idempotency,
            Caller caller) {
        this.submit = submit;
        this.decide = decide;
        this.applications = applications;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTNER_ADMIN)
    @Operation(
            summary = "Apply to host an event",
            description = "An application with less lead time than the policy asks for is taken and marked as late.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The partner is not active (partner-not-active), or the topic is on nearby (topic-too-close).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response submit(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SubmitHostApplicationRequest request) {
        caller.mustOwn(request.partnerId(), "partner", request.partnerId());
        return idempotency.once(key, request, () -> {
            HostApplication application = submit.handle(request.partnerId(), request.budgetId(), request.toProposal());
            return Response.created(URI.create("/v1/host-applications/" + application.id()))
                    .tag(Versions.tag(application.version()))
                    .entity(HostApplicationResponse.from(application))
                    .build();
        });
    }

    @GET
    @RolesAllowed({
        Roles.MARKETING,
        Roles.PARTNER_MANAGER,
        Roles.EXECUTIVE,
        Roles.ADMIN,
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER
    })
    @Operation(summary = "List host applications, the oldest first; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of applications.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationPage.class)))
    public Response list(
            @QueryParam("status") @Nullable ApplicationStatus status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = Lists.owner(caller, partnerId);
        return Pages.respond(
                applications.list(owner, status, Lists.after(cursor), limit + 1).stream()
                        .map(HostApplicationResponse::from)
                        .toList(),
                limit,
                application -> Cursor.encode(application.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.MARKETING,
        Roles.PARTNER_MANAGER,
        Roles.EXECUTIVE,
        Roles.ADMIN,
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER
    })
    @Operation(summary = "Read a host application")
    @APIResponse(
            responseCode = "200",
            description = "The application.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationResponse.class)))
    public Response get(UUID id) {
        HostApplication application = applications.get(id);
        caller.mustOwn(application.partnerId(), "host application", id);
        return answer(application);
    }

    @POST
    @Path("/{id}/review")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(summary = "Take an application under review")
    @APIResponse(
            responseCode = "200",
            description = "Under review.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is not submitted (illegal-state).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response review(UUID id) {
        return answer(decide.review(id));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(
            summary = "Approve an application: reserve its money and schedule its event",
            description = "A late application needs a waiver with a reason, even one for an event that has begun.")
    @APIResponse(
            responseCode = "200",
            description = "Approved, with its eventId.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is decided (illegal-state), late (application-too-late), the topic is on nearby"
                    + " (topic-too-close), the partner is not active (partner-not-active), or there is no money"
                    + " (no-budget, budget-exhausted).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response approve(
            UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ApproveHostApplicationRequest request) {
        return idempotency.once(
                key,
                request,
                () -> answer(decide.approve(caller.name(), id, request.approvedMinor(), request.waiverReason())));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(summary = "Reject an application with a reason")
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HostApplicationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is decided already (illegal-state).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response reject(UUID id, @NotNull @Valid RejectHostApplicationRequest request) {
        return answer(decide.reject(caller.name(), id, request.reason()));
    }

    private static Response answer(HostApplication application) {
        return Response.ok(HostApplicationResponse.from(application))
                .tag(Versions.tag(application.version()))
                .build();
    }
}
