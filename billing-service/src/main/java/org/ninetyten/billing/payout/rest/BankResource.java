package org.ninetyten.billing.payout.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.ninetyten.billing.payout.PayoutBatch;
import org.ninetyten.billing.payout.Payouts;
import org.ninetyten.billing.payout.SubmitPayouts;
import org.ninetyten.billing.payout.TakeBankFile;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** What the bank is told, and what it answers. */
@Path("/v1")
@Tag(name = "Payouts")
class BankResource {

    private static final int LONGEST_FILE = 8_000_000;

    private final SubmitPayouts submit;
    private final Payouts payouts;
    private final TakeBankFile take;
    private final Idempotency idempotency;
    private final Caller caller;

    BankResource(SubmitPayouts submit, Payouts payouts, TakeBankFile take, Idempotency idempotency, Caller caller) {
        this.submit = submit;
        this.payouts = payouts;
        this.take = take;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/payout-batches")
    @RolesAllowed({FINANCE})
    @Operation(summary = "Put the approved payouts in a currency into a file for the bank")
    @APIResponse(
            responseCode = "201",
            description = "The batch; its file can be fetched as often as needed",
            content = @Content(schema = @Schema(implementation = PayoutBatchResponse.class)))
    public Response submit(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull SubmitRequest request) {
        return idempotency.once(key, request, () -> {
            PayoutBatch batch = submit.submit(request.known(), caller.name());
            return Response.created(URI.create("/v1/payout-batches/" + batch.id()))
                    .entity(PayoutBatchResponse.from(batch))
                    .build();
        });
    }

    @GET
    @Path("/payout-batches")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Batches, newest first")
    public Response batches(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        List<PayoutBatchResponse> rows = payouts.batches(PayoutCursor.decode(cursor), limit + 1).stream()
                .map(PayoutBatchResponse::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
    }

    @GET
    @Path("/payout-batches/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "One batch")
    public PayoutBatchResponse batch(@PathParam("id") UUID id) {
        return PayoutBatchResponse.from(
                payouts.batch(id).orElseThrow(() -> ProblemException.notFound("payout batch", id)));
    }

    @GET
    @Path("/payout-batches/{id}/file")
    @RolesAllowed({FINANCE})
    @Produces(MediaType.APPLICATION_XML)
    @Operation(
            summary = "The file for the bank, ISO 20022 pain.001.001.09, the same each time until it is answered",
            description = "Once something is known of a payout of it, the file is not given out any more (409).")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "application/xml", schema = @Schema(implementation = String.class)))
    public Response file(@PathParam("id") UUID id) {
        return Response.ok(submit.file(id), MediaType.APPLICATION_XML)
                .header("Content-Disposition", "attachment; filename=\"pain.001-" + id + ".xml\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/bank-files")
    @RolesAllowed({FINANCE})
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            summary =
                    "Take in what the bank answered: a pain.002.001.10 status report or a camt.054.001.08 notification",
            description =
                    "The same bytes are taken once; sent again, they answer what came of them and change nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What was applied, and what a person must look at",
            content = @Content(schema = @Schema(implementation = TakeBankFile.Taken.class)))
    public TakeBankFile.Taken answer(@NotNull @Size(min = 1, max = LONGEST_FILE) String xml) {
        return take.take(xml, caller.name());
    }
}
