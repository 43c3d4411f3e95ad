package org.ninetyten.leadrouting.deal.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
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
import org.ninetyten.leadrouting.deal.CloseDeal;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.Deals;
import org.ninetyten.leadrouting.deal.OpenDeal;
import org.ninetyten.leadrouting.deal.RefundDeal;
import org.ninetyten.leadrouting.deal.Refunds;
import org.ninetyten.leadrouting.deal.SellAgain;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** Deals and their estimates. */
@Path("/v1/deals")
@Tag(name = "Deals")
class DealResource {

    private static final String ESTIMATE = """
            {"lines": [
              {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
               "performer": "VENDOR", "billedBy": "VENDOR"},
              {"incomePoint": "IMPLEMENTATION", "quantity": 12, "unitPriceMinor": 95000, "taxBasisPoints": 1900,
               "performer": "PARTNER", "billedBy": "PARTNER"}]}""";

    private final OpenDeal openDeal;
    private final WriteEstimate writeEstimate;
    private final CloseDeal closeDeal;
    private final RefundDeal refundDeal;
    private final Refunds refunds;
    private final SellAgain sellAgain;
    private final Deals deals;
    private final LeadQueries leads;
    private final DealPolicies policies;
    private final Clock clock;
    private final Idempotency idempotency;
    private final Caller caller;

    DealResource(
            OpenDeal openDeal,
            WriteEstimate writeEstimate,
            CloseDeal closeDeal,
            RefundDeal refundDeal,
            Refunds refunds,
            SellAgain sellAgain,
            Deals deals,
            LeadQueries leads,
            DealPolicies policies,
            Clock clock,
            Idempotency idempotency,
            Caller caller) {
        this.openDeal = openDeal;
        this.writeEstimate = writeEstimate;
        this.closeDeal = closeDeal;
        this.refundDeal = refundDeal;
        this.refunds = refunds;
        this.sellAgain = sellAgain;
        this.deals = deals;
        this.leads = leads;
        this.policies = policies;
        this.clock = clock;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Open the deal of an accepted lead")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OpenDealRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "deal",
                                            value = "{\"leadId\": \"0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001\","
                                                    + " \"currency\": \"EUR\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The deal is open.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    @APIResponse(
            responseCode = "200",
            description = "The lead has a deal with this external id; this is it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response open(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull OpenDealRequest request) {
        mustOwnLead(request.leadId());
        return idempotency.once(key, request, () -> {
            OpenDeal.Opened opened = openDeal.open(request.leadId(), request.currency(), request.externalId());
            DealResponse body = DealResponse.from(opened.deal(), policies.validAt(clock.instant()));
            return (opened.isNew() ? Response.created(URI.create("/v1/deals/" + body.id())) : Response.ok())
                    .tag(Versions.tag(body.version()))
                    .entity(body)
                    .build();
        });
    }

    @GET
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "List deals, newest first; a partner gets its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of deals, without their lines.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealPage.class),
                            examples = @ExampleObject(name = "page", value = DealExamples.PAGE)))
    public Response list(
            @QueryParam("status") @Nullable DealStatus status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("externalId") @Size(max = 200) @Nullable String externalId,
            @QueryParam("leadId") @Nullable UUID leadId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = caller.isVendor()
                ? partnerId
                : caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (owner != null && partnerId != null && !owner.equals(partnerId)) {
            return Pages.respond(List.<DealSummary>of(), limit, deal -> "", uri);
        }
        List<DealSummary> rows = deals
                .list(new Deals.DealFilter(status, owner, externalId, leadId, CursorId.decode(cursor)), limit + 1)
                .stream()
                .map(DealSummary::from)
                .toList();
        return Pages.respond(rows, limit, deal -> Cursor.encode(deal.id()), uri);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "Read a deal with its estimate and its 90/10 check")
    @APIResponse(
            responseCode = "200",
            description = "The deal.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response one(@PathParam("id") UUID id) {
        return answer(owned(id));
    }

    @PUT
    @Path("/{id}/estimate")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Replace the estimate; it is checked against 90/10 at once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EstimateRequest.class),
                            examples = @ExampleObject(name = "licence and work", value = ESTIMATE)))
    @APIResponse(
            responseCode = "200",
            description = "The deal with the new estimate.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response estimate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull EstimateRequest request) {
        owned(id);
        return answer(writeEstimate.write(
                id,
                request.lines().stream()
                        .map(EstimateRequest.LineRequest::toLine)
                        .toList(),
                version -> Versions.require(ifMatch, version)));
    }

    @POST
    @Path("/{id}/win")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Close a deal as won")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WinDealRequest.class),
                            examples = @ExampleObject(name = "won", value = "{\"closedOn\": \"2026-11-20\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The won deal.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response win(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WinDealRequest request) {
        owned(id);
        return idempotency.once(key, request, () -> answer(closeDeal.win(id, request.closedOn())));
    }

    @POST
    @Path("/{id}/lose")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Close a deal as lost")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LoseDealRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "lost",
                                            value = "{\"reason\": \"PRICE\", \"closedOn\": \"2026-11-20\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lost deal.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response lose(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull LoseDealRequest request) {
        owned(id);
        return idempotency.once(key, request, () -> answer(closeDeal.lose(id, request.reason(), request.closedOn())));
    }

    @POST
    @Path("/follow-on")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Open a further deal with a customer; it belongs to the partner of record")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FollowOnRequest.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.FOLLOW_ON)))
    @APIResponse(
            responseCode = "201",
            description = "The deal is open.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response followOn(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull FollowOnRequest request) {
        mustOwnCustomer(request.customerId());
        return idempotency.once(
                key,
                request,
                () -> created(sellAgain.followOn(request.customerId(), request.product(), request.currency())));
    }

    @POST
    @Path("/{id}/renewals")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Open the deal that renews a won one; it belongs to the partner of record")
    @APIResponse(
            responseCode = "201",
            description = "The renewal is open.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealResponse.class),
                            examples = @ExampleObject(name = "deal", value = DealExamples.DEAL)))
    public Response renew(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        Deal deal = deals.require(id);
        if (!caller.isVendor()) {
            caller.mustOwn(sellAgain.partnerOfRecord(deal.customerId()).orElse(deal.partnerId()), "deal", id);
        }
        return idempotency.once(key, null, () -> created(sellAgain.renew(id)));
    }

    @POST
    @Path("/{id}/refunds")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Refund part or all of a won deal")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefundRequest.class),
                            examples = @ExampleObject(name = "part", value = DealExamples.REFUND_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The refund. The deal is REFUNDED when nothing of it remains.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefundResponse.class),
                            examples = @ExampleObject(name = "refund", value = DealExamples.REFUND)))
    public Response refund(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RefundRequest request) {
        owned(id);
        return idempotency.once(key, request, () -> {
            RefundDeal.Refunded done = refundDeal.refund(
                    id, request.wanted(), request.refundedOn(), request.reason(), request.note(), caller.name());
            return Response.created(URI.create("/v1/deals/" + id + "/refunds"))
                    .entity(RefundResponse.from(done.refund()))
                    .build();
        });
    }

    @GET
    @Path("/{id}/refunds")
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "List the refunds of a deal, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All refunds of the deal.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RefundResponse.All.class),
                            examples = @ExampleObject(name = "none", value = DealExamples.REFUNDS)))
    public Response refunds(@PathParam("id") UUID id) {
        owned(id);
        return Response.ok(new RefundResponse.All(
                        refunds.of(id).stream().map(RefundResponse::from).toList()))
                .build();
    }

    private Response answer(Deal deal) {
        return Response.ok(DealResponse.from(deal, policies.validAt(clock.instant())))
                .tag(Versions.tag(deal.version()))
                .build();
    }

    private Response created(Deal deal) {
        return Response.created(URI.create("/v1/deals/" + deal.id()))
                .tag(Versions.tag(deal.version()))
                .entity(DealResponse.from(deal, policies.validAt(clock.instant())))
                .build();
    }

    private void mustOwnCustomer(UUID customerId) {
        if (!caller.isVendor()) {
            caller.mustOwn(
                    sellAgain
                            .partnerOfRecord(customerId)
                            .orElseThrow(() -> ProblemException.notFound("customer", customerId)),
                    "customer",
                    customerId);
        }
    }

    private Deal owned(UUID id) {
        Deal deal = deals.require(id);
        caller.mustOwn(deal.partnerId(), "deal", id);
        return deal;
    }

    private void mustOwnLead(UUID leadId) {
        Lead lead = leads.one(leadId);
        UUID partnerId = lead.partnerId();
        if (partnerId != null) {
            caller.mustOwn(partnerId, "lead", leadId);
        } else if (!caller.isVendor()) {
            throw ProblemException.notFound("lead", leadId);
        }
    }
}
