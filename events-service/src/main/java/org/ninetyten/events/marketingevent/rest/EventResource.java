package org.ninetyten.events.marketingevent.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;
import org.ninetyten.events.marketingevent.CancelEvent;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.rest.Lists;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.Problem;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.messaging.http.Roles;
import org.ninetyten.messaging.http.Versions;

/** Events, open to everybody to find; visitors register with them elsewhere. */
@Path("/v1/events")
@Tag(name = "Events")
public class EventResource {

    private final MarketingEvents events;
    private final CancelEvent cancelEvent;
    private final Caller caller;

    @Inject
    EventResource(MarketingEvents events, CancelEvent cancelEvent, Caller caller) {
        this.events = events;
        this.cancelEvent = cancelEvent;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RateLimited(perMinute = 300)
    @Operation(summary = "List scheduled events in the order of their start")
    @APIResponse(
            responseCode = "200",
            description = "A page of events.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventPage.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says when to come back.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response list(
            @QueryParam("country") @Nullable @Pattern(regexp = "[A-Z]{2}") String country,
            @QueryParam("city") @Nullable @Size(max = 100) @Pattern(regexp = Texts.LINE) String city,
            @QueryParam("topic") @Nullable @Size(max = 80) @Pattern(regexp = Texts.LINE) String topic,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        List<String> after = Cursor.decode(cursor, 2);
        LocalDateTime afterStart = after.isEmpty() ? null : start(after.getFirst());
        UUID afterId = after.isEmpty() ? null : Lists.id(after.getLast());
        return Pages.respond(
                events.scheduled(country, city, topic, afterStart, afterId, limit + 1).stream()
                        .map(EventResponse::from)
                        .toList(),
                limit,
                event -> Cursor.encode(event.startsAt(), event.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @RateLimited(perMinute = 300)
    @Operation(summary = "Read an event")
    @APIResponse(
            responseCode = "200",
            description = "The event.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventResponse.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many requests; Retry-After says when to come back.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response get(UUID id) {
        return answer(events.get(id));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN, Roles.PARTNER_ADMIN})
    @Operation(
            summary = "Close an event that does not take place",
            description = "Before its start it is CANCELLED, after it NOT_HELD. Its money goes back to the budget.")
    @APIResponse(
            responseCode = "200",
            description = "Closed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The event is not scheduled (illegal-state).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response cancel(UUID id, @NotNull @Valid CancelEventRequest request) {
        caller.mustOwn(events.get(id).hostPartnerId(), "event", id);
        return answer(cancelEvent.handle(caller.name(), id, request.reason()));
    }

    private static LocalDateTime start(String value) {
        try {
            return LocalDateTime.parse(value);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    private static Response answer(MarketingEvent event) {
        return Response.ok(EventResponse.from(event))
                .tag(Versions.tag(event.version()))
                .build();
    }
}
