package org.ninetyten.leadrouting.rating.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.rating.RateDeal;
import org.ninetyten.leadrouting.rating.Ratings;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.RateLimited;

/** Where customers rate, and what they say of a partner as a whole. */
@Path("/v1/ratings")
@Tag(name = "Ratings")
class RatingResource {

    private final RateDeal rateDeal;
    private final Ratings ratings;
    private final Partners partners;
    private final Caller caller;

    RatingResource(RateDeal rateDeal, Ratings ratings, Partners partners, Caller caller) {
        this.rateDeal = rateDeal;
        this.ratings = ratings;
        this.partners = partners;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @RateLimited
    @Operation(summary = "Rate as a customer, by the link that it was sent")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RateByLinkRequest.class),
                            examples = @ExampleObject(name = "rating", value = RatingExamples.RATE_BY_LINK)))
    @APIResponse(
            responseCode = "201",
            description = "The rating is kept.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RatingResponse.class),
                            examples = @ExampleObject(name = "rating", value = RatingExamples.RATING)))
    public Response rate(@Valid @NotNull RateByLinkRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(RatingResponse.from(rateDeal.byCustomer(request.link(), request.said())))
                .build();
    }

    @GET
    @Path("/partners/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read what customers say of a partner's work; a partner reads its own")
    @APIResponse(
            responseCode = "200",
            description = "The mean, plain and drawn towards that of everybody.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PartnerRatingResponse.class),
                            examples = @ExampleObject(name = "mean", value = RatingExamples.MEAN)))
    public Response ofPartner(@PathParam("id") UUID id) {
        caller.mustOwn(id, "partner", id);
        if (partners.find(id).isEmpty()) {
            throw ProblemException.notFound("partner", id);
        }
        return Response.ok(PartnerRatingResponse.from(id, ratings.meanOf(id))).build();
    }
}
