package org.ninetyten.events.registration.rest;

import jakarta.annotation.security.PermitAll;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.registration.CheckInVisitor;
import org.ninetyten.events.registration.HoldEvent;
import org.ninetyten.events.registration.RegisterVisitor;
import org.ninetyten.events.registration.Registrations;
import org.ninetyten.events.rest.Lists;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.Problem;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.messaging.http.Roles;

/** Visitors of an event, from registration to attendance. */
@Path("/v1/events/{eventId}")
@Tag(name = "Registrations")
public class RegistrationResource {

    private final MarketingEvents events;
    private final Registrations registrations;
    private final RegisterVisitor register;
    private final CheckInVisitor checkIn;
    private final HoldEvent holdEvent;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    RegistrationResource(
            MarketingEvents events,
            Registrations registrations,
            RegisterVisitor register,
            CheckInVisitor checkIn,
            HoldEvent holdEvent,
            Idempotency idempotency,
            Caller caller) {
        this.events = events;
        this.registrations = registrations;
        this.register = register;
        this.checkIn = checkIn;
        this.holdEvent = holdEvent;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/registrations")
    @PermitAll
    @RateLimited(perMinute = 30)
    @Operation(
            summary = "Register for an event",
            description = "Beyond the capacity the registration is WAITLISTED. The same e-mail address again gets the"
                    + " registration that exists, unchanged.")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Registered before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegisteredResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The event takes no more registrations (event-not-open).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    @APIResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says when to come back.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response register(
            UUID eventId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RegisterVisitorRequest request) {
        return idempotency.once(key, request, () -> {
            var outcome = register.handle(eventId, request.toVisitor());
            return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(RegisteredResponse.from(outcome.registration()))
                    .build();
        });
    }

    @GET
    @Path("/registrations")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN, Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER})
    @Operation(summary = "List the visitors of an event for the people at the door")
    @APIResponse(
            responseCode = "200",
            description = "A page of registrations.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegistrationPage.class)))
    public Response list(
            UUID eventId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        mustHost(eventId);
        return Pages.respond(
                registrations.list(eventId, Lists.after(cursor), limit + 1).stream()
                        .map(RegistrationResponse::from)
                        .toList(),
                limit,
                registration -> Cursor.encode(registration.registrationId()),
                uri);
    }

    @POST
    @Path("/check-ins")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN, Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER})
    @Operation(
            summary = "Check a visitor in",
            description = "From the day of the event on. Again changes nothing. Check-ins that were noted offline are"
                    + " taken after the event was held, too.")
    @APIResponse(
            responseCode = "200",
            description = "Checked in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegistrationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The event does not take place (illegal-state), or not yet (event-not-started).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response checkIn(UUID eventId, @NotNull @Valid CheckInRequest request) {
        mustHost(eventId);
        return Response.ok(RegistrationResponse.from(checkIn.handle(eventId, request.registrationId())))
                .build();
    }

    @POST
    @Path("/hold")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN, Roles.PARTNER_ADMIN})
    @Operation(
            summary = "Mark an event as held",
            description = "After its local start. Every visitor who was checked in is published as attended, once.")
    @APIResponse(
            responseCode = "200",
            description = "Held.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HeldEventResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is not scheduled (illegal-state), or has not started (event-not-started).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response hold(UUID eventId) {
        mustHost(eventId);
        return Response.ok(HeldEventResponse.from(holdEvent.handle(eventId))).build();
    }

    private void mustHost(UUID eventId) {
        caller.mustOwn(events.get(eventId).hostPartnerId(), "event", eventId);
    }
}
