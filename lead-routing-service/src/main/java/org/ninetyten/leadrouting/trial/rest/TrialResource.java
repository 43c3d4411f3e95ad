package org.ninetyten.leadrouting.trial.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PRODUCT;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.RecordSignals;
import org.ninetyten.leadrouting.trial.StartTrial;
import org.ninetyten.leadrouting.trial.TakeWish;
import org.ninetyten.leadrouting.trial.TrialQueries;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** Trials and free accounts. */
@Path("/v1/trials")
@Tag(name = "Trials")
class TrialResource {

    private final StartTrial startTrial;
    private final RecordSignals recordSignals;
    private final TakeWish takeWish;
    private final TrialQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;

    TrialResource(
            StartTrial startTrial,
            RecordSignals recordSignals,
            TakeWish takeWish,
            TrialQueries queries,
            Idempotency idempotency,
            Caller caller) {
        this.startTrial = startTrial;
        this.recordSignals = recordSignals;
        this.takeWish = takeWish;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PRODUCT, ADMIN})
    @Operation(summary = "Report a sign-up for a trial or a free account")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StartTrialRequest.class),
                            examples = @ExampleObject(name = "trial", value = TrialExamples.SIGN_UP)))
    @APIResponse(
            responseCode = "201",
            description = "The trial is new.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrialResponse.class),
                            examples = @ExampleObject(name = "trial", value = TrialExamples.TRIAL)))
    @APIResponse(
            responseCode = "200",
            description = "A trial with this external id is known; this is it, unchanged.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrialResponse.class),
                            examples = @ExampleObject(name = "trial", value = TrialExamples.TRIAL)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull StartTrialRequest request) {
        return idempotency.once(key, request, () -> {
            StartTrial.Started started = startTrial.start(request.toNewTrial());
            TrialResponse body = TrialResponse.started(started.trial());
            return started.isNew()
                    ? Response.created(UriBuilder.fromPath("/v1/trials/{externalId}")
                                    .build(body.externalId()))
                            .entity(body)
                            .build()
                    : Response.ok(body).build();
        });
    }

    @GET
    @Path("/{externalId}")
    @RolesAllowed({PRODUCT, PARTNER_MANAGER, SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "Read a trial with its score at this moment and the leads that it made")
    @APIResponse(
            responseCode = "200",
            description = "The trial. Only staff that talks to customers sees the person and what it wrote.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrialResponse.class),
                            examples = @ExampleObject(name = "trial", value = TrialExamples.SCORED)))
    public Response one(@PathParam("externalId") @Size(max = 200) String externalId) {
        boolean withPerson = caller.hasRole(SALES_DESK) || caller.hasRole(PARTNER_MANAGER) || caller.hasRole(ADMIN);
        return Response.ok(TrialResponse.read(queries.one(externalId), withPerson))
                .build();
    }

    @POST
    @Path("/{externalId}/signals")
    @RolesAllowed({PRODUCT, ADMIN})
    @Operation(summary = "Report one usage signal of a trial")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UsageSignalRequest.class),
                            examples = @ExampleObject(name = "signal", value = TrialExamples.SIGNAL)))
    @APIResponse(
            responseCode = "201",
            description = "The signal is stored.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignalResponse.class),
                            examples = @ExampleObject(name = "signal", value = TrialExamples.SIGNAL_STORED)))
    @APIResponse(
            responseCode = "200",
            description = "A signal with this id is stored already; this one changed nothing.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignalResponse.class),
                            examples =
                                    @ExampleObject(name = "signal", value = "{\"index\": 0, \"outcome\": \"KNOWN\"}")))
    public Response signal(
            @PathParam("externalId") @Size(max = 200) String externalId,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull UsageSignalRequest request) {
        if (request.trial() != null && !request.trial().equals(externalId)) {
            throw ProblemException.invalid("trial", "is not the trial in the address");
        }
        return idempotency.once(key, request, () -> {
            queries.mustExist(externalId);
            RecordSignals.Result result = recordSignals
                    .record(List.of(new RecordSignals.Reported(externalId, request.toSignal())))
                    .getFirst();
            String field = result.field();
            String reason = result.reason();
            if (field != null && reason != null) {
                throw ProblemException.invalid(field, reason);
            }
            boolean stored = result.outcome() == RecordSignals.Outcome.STORED;
            return Response.status(stored ? Response.Status.CREATED : Response.Status.OK)
                    .entity(new SignalResponse(0, result.outcome(), null, null))
                    .build();
        });
    }

    @POST
    @Path("/{externalId}/requests")
    @RolesAllowed({PRODUCT, ADMIN})
    @Operation(summary = "Report that the owner of a trial wants help or wants to buy; it makes a lead at once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WishRequest.class),
                            examples = @ExampleObject(name = "help", value = TrialExamples.WISH)))
    @APIResponse(
            responseCode = "201",
            description = "The lead that the request made.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrialLeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = TrialExamples.WISH_LEAD)))
    @APIResponse(
            responseCode = "200",
            description = "A request with this id is known; this is its lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TrialLeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = TrialExamples.WISH_LEAD)))
    public Response wish(
            @PathParam("externalId") @Size(max = 200) String externalId,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WishRequest request) {
        return idempotency.once(key, request, () -> {
            TakeWish.Taken taken = takeWish.take(externalId, request.toWish());
            return Response.status(taken.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(TrialLeadResponse.from(taken.lead(), true))
                    .build();
        });
    }
}
