package org.ninetyten.billing.dispute.rest;

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
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.dispute.Dispute;
import org.ninetyten.billing.dispute.DisputeState;
import org.ninetyten.billing.dispute.Disputes;
import org.ninetyten.billing.dispute.OpenDispute;
import org.ninetyten.billing.dispute.ResolveDispute;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** What partners say is wrong about their lines. */
@Path("/v1/disputes")
@Tag(name = "Disputes")
class DisputeResource {

    private final Disputes disputes;
    private final OpenDispute open;
    private final ResolveDispute resolve;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    DisputeResource(
            Disputes disputes,
            OpenDispute open,
            ResolveDispute resolve,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.disputes = disputes;
        this.open = open;
        this.resolve = resolve;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "Dispute one line: only that line waits for the answer",
            description = "A line of a statement can be disputed until the statement's objectionsUntil.")
    @APIResponse(
            responseCode = "201",
            description = "The dispute",
            content = @Content(schema = @Schema(implementation = DisputeResponse.class)))
    public Response open(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull DisputeRequest request) {
        UUID partner = own();
        return idempotency.once(key, request, () -> {
            Dispute dispute =
                    open.handle(partner, request.accrualId(), request.reason(), request.text(), caller.name());
            return Response.created(UriBuilder.fromPath("/v1/disputes/{id}").build(dispute.id()))
                    .entity(response(dispute))
                    .build();
        });
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "Disputes, newest first: a partner sees its own, the vendor all, those in a state, or late ones")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = DisputePage.class)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable DisputeState state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID whose = partnerId;
        if (!caller.isVendor()) {
            whose = partnerId == null ? own() : partnerId;
            caller.mustOwn(whose, "partner", whose);
        }
        List<DisputeResponse> rows =
                disputes.newest(whose, state, overdue ? clock.instant() : null, limit + 1, before(cursor)).stream()
                        .map(this::response)
                        .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.openedAt(), row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One dispute")
    public DisputeResponse one(@PathParam("id") UUID id) {
        Dispute dispute = disputes.find(id).orElseThrow(() -> ProblemException.notFound("dispute", id));
        caller.mustOwn(dispute.partnerId(), "dispute", id);
        return response(dispute);
    }

    @POST
    @Path("/{id}/correct")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Correct a disputed line: the difference is a line of the next statement")
    @APIResponse(
            responseCode = "200",
            description = "The dispute as it ended",
            content = @Content(schema = @Schema(implementation = DisputeResponse.class)))
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull CorrectionRequest request) {
        if (request.correctionMinor() == 0) {
            throw ProblemException.invalid("correctionMinor", "must not be 0: reject the dispute instead");
        }
        return once(
                key, request, () -> resolve.correct(id, request.correctionMinor(), request.answer(), caller.name()));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Leave a disputed line as it is, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "The dispute as it ended",
            content = @Content(schema = @Schema(implementation = DisputeResponse.class)))
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull AnswerRequest request) {
        return once(key, request, () -> resolve.reject(id, request.answer(), caller.name()));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Take a dispute back; the line goes on as it is")
    @APIResponse(
            responseCode = "200",
            description = "The dispute as it ended",
            content = @Content(schema = @Schema(implementation = DisputeResponse.class)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull AnswerRequest request) {
        UUID partner = own();
        return once(key, request, () -> resolve.withdraw(id, partner, request.answer(), caller.name()));
    }

    private Response once(@Nullable String key, Object request, Supplier<Dispute> action) {
        return idempotency.once(
                key, request, () -> Response.ok(response(action.get())).build());
    }

    private UUID own() {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }

    private DisputeResponse response(Dispute dispute) {
        return DisputeResponse.from(dispute, clock.instant());
    }

    private static Disputes.@Nullable Before before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Disputes.Before(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    record DisputePage(
            List<DisputeResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
