package org.ninetyten.leadrouting.rating.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;
import static org.ninetyten.messaging.http.Roles.WEBSITE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Deals;
import org.ninetyten.leadrouting.rating.RateDeal;
import org.ninetyten.leadrouting.rating.Ratings;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;

/** What partners and customers say of a deal after the work. */
@Path("/v1/deals")
@Tag(name = "Ratings")
class DealRatingResource {

    private final RateDeal rateDeal;
    private final Ratings ratings;
    private final Deals deals;
    private final Idempotency idempotency;
    private final Caller caller;

    DealRatingResource(RateDeal rateDeal, Ratings ratings, Deals deals, Idempotency idempotency, Caller caller) {
        this.rateDeal = rateDeal;
        this.ratings = ratings;
        this.deals = deals;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/rating-link")
    @RolesAllowed({WEBSITE, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Get the link by which the customer of a won deal may rate it, without a login and once")
    @APIResponse(
            responseCode = "200",
            description = "The link and until when it is good.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RateDeal.Link.class),
                            examples = @ExampleObject(name = "link", value = RatingExamples.LINK)))
    public Response link(@PathParam("id") UUID id) {
        return Response.ok(rateDeal.link(id)).build();
    }

    @POST
    @Path("/{id}/rating")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Rate a closed deal of one's own as a partner, once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RateRequest.class),
                            examples = @ExampleObject(name = "rating", value = RatingExamples.RATE)))
    @APIResponse(
            responseCode = "201",
            description = "The rating is kept.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RatingResponse.class),
                            examples = @ExampleObject(name = "rating", value = RatingExamples.RATING)))
    public Response rateAsPartner(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RateRequest request) {
        mustOwnDeal(id);
        return idempotency.once(
                key,
                request,
                () -> Response.created(URI.create("/v1/deals/" + id + "/ratings"))
                        .entity(RatingResponse.from(rateDeal.byPartner(id, request.said(), caller.name())))
                        .build());
    }

    @GET
    @Path("/{id}/ratings")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read what both sides say of a deal")
    @APIResponse(
            responseCode = "200",
            description = "The ratings, two at most.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RatingResponse.All.class),
                            examples = @ExampleObject(name = "ratings", value = RatingExamples.RATINGS)))
    public Response ofDeal(@PathParam("id") UUID id) {
        mustOwnDeal(id);
        return Response.ok(new RatingResponse.All(
                        ratings.of(id).stream().map(RatingResponse::from).toList()))
                .build();
    }

    private void mustOwnDeal(UUID id) {
        caller.mustOwn(deals.require(id).partnerId(), "deal", id);
    }
}
