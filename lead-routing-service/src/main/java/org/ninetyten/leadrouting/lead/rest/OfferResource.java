package org.ninetyten.leadrouting.lead.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.AnswerOffer;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.OfferAnswer;
import org.ninetyten.leadrouting.lead.OfferState;
import org.ninetyten.leadrouting.lead.Offers;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Offers of leads to partners. */
@Path("/v1/offers")
@Tag(name = "Offers")
class OfferResource {

    private final AnswerOffer answerOffer;
    private final LeadQueries queries;
    private final Offers offers;
    private final Idempotency idempotency;
    private final Caller caller;

    OfferResource(AnswerOffer answerOffer, LeadQueries queries, Offers offers, Idempotency idempotency, Caller caller) {
        this.answerOffer = answerOffer;
        this.queries = queries;
        this.offers = offers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "List offers, newest first; a partner gets its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of offers.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OfferPage.class),
                            examples = @ExampleObject(name = "page", value = LeadExamples.OFFER_PAGE)))
    public Response list(
            @QueryParam("status") @Nullable OfferState status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("leadId") @Nullable UUID leadId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = caller.isVendor() ? partnerId : own();
        if (owner != null && partnerId != null && !owner.equals(partnerId)) {
            return Pages.respond(List.<OfferResponse>of(), limit, offer -> "", uri);
        }
        List<OfferResponse> rows =
                queries
                        .list(new LeadQueries.OfferFilter(status, owner, leadId, CursorId.decode(cursor)), limit + 1)
                        .stream()
                        .map(OfferResponse::from)
                        .toList();
        return Pages.respond(rows, limit, offer -> Cursor.encode(offer.id()), uri);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Accept an offer; the first answer counts")
    @APIResponse(
            responseCode = "200",
            description = "The lead with its contact.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    public Response accept(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        mustOwn(id);
        return idempotency.once(
                key,
                null,
                () -> Response.ok(LeadResponse.whole(answerOffer.accept(id, answer())))
                        .build());
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Decline an offer with a reason; the next partner gets the lead")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeclineOfferRequest.class),
                            examples = @ExampleObject(name = "busy", value = "{\"reason\": \"NO_CAPACITY\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The declined offer.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OfferResponse.class),
                            examples = @ExampleObject(name = "offer", value = LeadExamples.OFFER)))
    public Response decline(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull DeclineOfferRequest request) {
        mustOwn(id);
        return idempotency.once(
                key,
                request,
                () -> Response.ok(
                                OfferResponse.from(answerOffer.decline(id, answer(), request.reason(), request.note())))
                        .build());
    }

    private void mustOwn(UUID id) {
        caller.mustOwn(offers.require(id).partnerId(), "offer", id);
    }

    private OfferAnswer answer() {
        return new OfferAnswer(caller.name(), caller.isVendor());
    }

    private UUID own() {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }
}
