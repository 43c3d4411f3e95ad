package org.ninetyten.billing.accrual.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.HoldAccrual;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** One accrual. */
@Path("/v1/accruals/{id}")
@Tag(name = "Accruals")
class AccrualResource {

    private final AccrualQueries accruals;
    private final HoldAccrual hold;
    private final SplitPlans plans;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    AccrualResource(
            AccrualQueries accruals,
            HoldAccrual hold,
            SplitPlans plans,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.accruals = accruals;
        this.hold = hold;
        this.plans = plans;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One accrual with its trace and all its moves")
    public AccrualResponse one(@PathParam("id") UUID id) {
        AccrualQueries.View view = accruals.find(id).orElseThrow(() -> ProblemException.notFound("accrual", id));
        caller.mustOwn(view.partnerId(), "accrual", id);
        return AccrualResponse.from(view, accruals.movesOf(id));
    }

    @POST
    @Path("/freeze")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Stop this line, and only this one, while there is a suspicion")
    @APIResponse(
            responseCode = "200",
            description = "The frozen accrual",
            content = @Content(schema = @Schema(implementation = AccrualResponse.class)))
    public Response freeze(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull FreezeRequest request) {
        Instant now = clock.instant();
        if (request.until() != null && !request.until().isAfter(now)) {
            throw ProblemException.invalid("until", "must lie in the future");
        }
        return idempotency.once(key, request, () -> {
            int days =
                    plans.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).terms().fraudHoldDays();
            Instant until = request.until() == null ? now.plus(Duration.ofDays(days)) : request.until();
            return Response.ok(AccrualResponse.from(hold.freeze(id, until, request.why(), caller.name())))
                    .build();
        });
    }

    @POST
    @Path("/release")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Let a line that was stopped for a suspicion go on from where it was")
    @APIResponse(
            responseCode = "200",
            description = "The accrual as it goes on",
            content = @Content(schema = @Schema(implementation = AccrualResponse.class)))
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WhyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(AccrualResponse.from(hold.release(id, request.why(), caller.name())))
                        .build());
    }
}
