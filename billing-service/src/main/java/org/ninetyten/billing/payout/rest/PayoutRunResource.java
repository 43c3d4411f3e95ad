package org.ninetyten.billing.payout.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.payout.ApprovePayouts;
import org.ninetyten.billing.payout.DraftPayouts;
import org.ninetyten.billing.payout.PayoutRuns;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Drafting payouts for everybody. */
@Path("/v1/payout-runs")
@Tag(name = "Payouts")
class PayoutRunResource {

    private final DraftPayouts draft;
    private final PayoutRuns runs;
    private final ApprovePayouts approve;
    private final Idempotency idempotency;
    private final Caller caller;

    PayoutRunResource(
            DraftPayouts draft, PayoutRuns runs, ApprovePayouts approve, Idempotency idempotency, Caller caller) {
        this.draft = draft;
        this.runs = runs;
        this.approve = approve;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({FINANCE})
    @Operation(summary = "Draft payouts of everything payable; it is done behind the request")
    @APIResponse(
            responseCode = "202",
            description = "The run, which goes on",
            content = @Content(schema = @Schema(implementation = PayoutRunResponse.class)))
    public Response start(@HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        return idempotency.once(key, "payout-run", () -> {
            UUID id = draft.start(caller.name());
            return Response.accepted(PayoutRunResponse.from(runs.find(id).orElseThrow()))
                    .location(URI.create("/v1/payout-runs/" + id))
                    .build();
        });
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Payout runs, newest first")
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        List<PayoutRunResponse> rows = runs.list(PayoutCursor.decode(cursor), limit + 1).stream()
                .map(PayoutRunResponse::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "One run, and how far it is")
    public PayoutRunResponse one(@PathParam("id") UUID id) {
        return PayoutRunResponse.from(runs.find(id).orElseThrow(() -> ProblemException.notFound("payout run", id)));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({FINANCE_APPROVER})
    @Operation(summary = "Approve all drafts of a run; those above the limit wait for a second person")
    @APIResponse(
            responseCode = "200",
            description = "How many were approved",
            content = @Content(schema = @Schema(implementation = ApprovedResponse.class)))
    public Response approve(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        return idempotency.once(
                key,
                id,
                () -> Response.ok(new ApprovedResponse(approve.approveRun(id, caller.name())))
                        .build());
    }
}
