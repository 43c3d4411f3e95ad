package org.ninetyten.billing.payout.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.payout.ApprovePayouts;
import org.ninetyten.billing.payout.FollowPayouts;
import org.ninetyten.billing.payout.Payout;
import org.ninetyten.billing.payout.PayoutState;
import org.ninetyten.billing.payout.Payouts;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Payouts, from the draft to the bank's last word. */
@Path("/v1/payouts")
@Tag(name = "Payouts")
class PayoutResource {

    private final Payouts payouts;
    private final ApprovePayouts approve;
    private final FollowPayouts follow;
    private final Idempotency idempotency;
    private final Caller caller;

    PayoutResource(
            Payouts payouts, ApprovePayouts approve, FollowPayouts follow, Idempotency idempotency, Caller caller) {
        this.payouts = payouts;
        this.approve = approve;
        this.follow = follow;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Payouts, newest first; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = PayoutPage.class)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable PayoutState state,
            @QueryParam("runId") @Nullable UUID runId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID of = partnerId;
        if (!caller.isVendor()) {
            of = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
            if (partnerId != null) {
                caller.mustOwn(partnerId, "partner", partnerId);
            }
        }
        List<PayoutResponse> rows = payouts.list(of, state, runId, PayoutCursor.decode(cursor), limit + 1).stream()
                .map(payout -> forCaller(payout, false))
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One payout with the accruals that it pays")
    public PayoutResponse one(@PathParam("id") UUID id) {
        Payout payout = payouts.find(id).orElseThrow(() -> ProblemException.notFound("payout", id));
        caller.mustOwn(payout.partnerId(), "payout", id);
        return forCaller(payout, true);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({FINANCE_APPROVER})
    @Operation(summary = "Approve a payout; above the limit two people must, and never the one who started its run")
    @APIResponse(
            responseCode = "200",
            description = "The payout",
            content = @Content(schema = @Schema(implementation = PayoutResponse.class)))
    public Response approve(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> Response.ok(forCaller(approve.approve(id, caller.name()), true))
                        .build());
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({FINANCE, FINANCE_APPROVER})
    @Operation(summary = "Take a payout back before the bank is told; what it was to pay is payable again")
    @APIResponse(
            responseCode = "200",
            description = "The payout",
            content = @Content(schema = @Schema(implementation = PayoutResponse.class)))
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull CancelRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(forCaller(approve.cancel(id, request.why(), caller.name()), true))
                        .build());
    }

    @POST
    @Path("/{id}/reconcile")
    @RolesAllowed({FINANCE_APPROVER})
    @Operation(summary = "Say what became of a payout that the bank did not answer for, and what shows it")
    @APIResponse(
            responseCode = "200",
            description = "The payout",
            content = @Content(schema = @Schema(implementation = PayoutResponse.class)))
    public Response reconcile(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull ReconcileRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(forCaller(
                                follow.reconcile(
                                        id,
                                        request.outcome() == ReconcileRequest.Outcome.SETTLED,
                                        request.evidence(),
                                        caller.name()),
                                true))
                        .build());
    }

    private PayoutResponse forCaller(Payout payout, boolean whole) {
        List<Payouts.Line> lines = whole ? payouts.lines(payout.id()) : null;
        if (!caller.isVendor()) {
            return PayoutResponse.forPartner(payout, lines);
        }
        return PayoutResponse.forVendor(payout, whole ? payouts.approvers(payout.id()) : null, lines);
    }
}
