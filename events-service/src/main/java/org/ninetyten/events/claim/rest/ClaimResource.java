package org.ninetyten.events.claim.rest;

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
import jakarta.ws.rs.PUT;
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
import org.ninetyten.events.claim.Claim;
import org.ninetyten.events.claim.ClaimStatus;
import org.ninetyten.events.claim.Claims;
import org.ninetyten.events.claim.CostLines;
import org.ninetyten.events.claim.DecideClaim;
import org.ninetyten.events.claim.PrepareClaim;
import org.ninetyten.events.marketingevent.MarketingEvents;
import org.ninetyten.events.rest.Lists;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.Problem;
import org.ninetyten.messaging.http.Roles;
import org.ninetyten.messaging.http.Versions;

/** Claims for the cost of events. */
@Path("/v1/claims")
@Tag(name = "Claims")
public class ClaimResource {

    private final PrepareClaim prepare;
    private final DecideClaim decide;
    private final Claims claims;
    private final CostLines costLines;
    private final MarketingEvents events;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    ClaimResource(
            PrepareClaim prepare,
            DecideClaim decide,
            Claims claims,
            CostLines costLines,
            MarketingEvents events,
            Idempotency idempotency,
            Caller caller) {
        this.prepare = prepare;
        this.decide = decide;
        this.claims = claims;
        this.costLines = costLines;
        this.events = events;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.PARTNER_ADMIN)
    @Operation(summary = "Open the claim of an event that was held")
    @APIResponse(
            responseCode = "201",
            description = "Opened.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The event is not held (illegal-state), has a claim (claim-already-opened), or is too long"
                    + " ago (claim-window-closed).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response open(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid OpenClaimRequest request) {
        caller.mustOwn(events.get(request.eventId()).hostPartnerId(), "event", request.eventId());
        return idempotency.once(key, request, () -> {
            Claim claim = prepare.open(request.eventId());
            return Response.created(URI.create("/v1/claims/" + claim.id()))
                    .tag(Versions.tag(claim.version()))
                    .entity(response(claim))
                    .build();
        });
    }

    @GET
    @RolesAllowed({
        Roles.MARKETING,
        Roles.PARTNER_MANAGER,
        Roles.FINANCE,
        Roles.FINANCE_APPROVER,
        Roles.EXECUTIVE,
        Roles.ADMIN,
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER
    })
    @Operation(summary = "List claims, the oldest first; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of claims.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimPage.class)))
    public Response list(
            @QueryParam("status") @Nullable ClaimStatus status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.respond(
                claims.list(Lists.owner(caller, partnerId), status, Lists.after(cursor), limit + 1).stream()
                        .map(this::response)
                        .toList(),
                limit,
                claim -> Cursor.encode(claim.id()),
                uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.MARKETING,
        Roles.PARTNER_MANAGER,
        Roles.FINANCE,
        Roles.FINANCE_APPROVER,
        Roles.EXECUTIVE,
        Roles.ADMIN,
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER
    })
    @Operation(summary = "Read a claim with its lines")
    @APIResponse(
            responseCode = "200",
            description = "The claim.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    public Response get(UUID id) {
        return answer(own(id));
    }

    @PUT
    @Path("/{id}/lines")
    @RolesAllowed(Roles.PARTNER_ADMIN)
    @Operation(summary = "Write the cost lines of an open claim anew")
    @APIResponse(
            responseCode = "200",
            description = "Written.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The claim is not open (illegal-state), too late (claim-window-closed), or an invoice is in"
                    + " a claim already (invoice-already-claimed; errors name the lines).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response replaceLines(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReplaceCostLinesRequest request) {
        long version = own(id).version();
        Versions.require(ifMatch, version);
        return answer(prepare.replaceLines(id, version, request.toCosts()));
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed(Roles.PARTNER_ADMIN)
    @Operation(summary = "Submit a claim")
    @APIResponse(
            responseCode = "200",
            description = "Submitted.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The claim is not open or has no lines (illegal-state), or is too late" + " (claim-window-closed).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response submit(UUID id) {
        own(id);
        return answer(prepare.submit(id));
    }

    @POST
    @Path("/{id}/review")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(summary = "Take a claim under review")
    @APIResponse(
            responseCode = "200",
            description = "In review.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The claim is not submitted (illegal-state).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response review(UUID id) {
        return answer(decide.review(id));
    }

    @POST
    @Path("/{id}/decide")
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(
            summary = "Decide a claim line by line",
            description = "Pays back the least of the programme's share of the eligible cost, the approved amount and"
                    + " what the budget has left; the rest of the reservation is free again.")
    @APIResponse(
            responseCode = "200",
            description = "Decided.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "The claim is not submitted, or decided (illegal-state).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response decide(
            UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid DecideClaimRequest request) {
        return idempotency.once(key, request, () -> answer(decide.decide(caller.name(), id, request.toDecisions())));
    }

    private Claim own(UUID id) {
        Claim claim = claims.get(id);
        caller.mustOwn(claim.partnerId(), "claim", id);
        return claim;
    }

    private ClaimResponse response(Claim claim) {
        return ClaimResponse.from(claim, costLines.of(claim.id()));
    }

    private Response answer(Claim claim) {
        return Response.ok(response(claim)).tag(Versions.tag(claim.version())).build();
    }
}
