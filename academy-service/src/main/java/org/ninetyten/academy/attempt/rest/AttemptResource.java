package org.ninetyten.academy.attempt.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.attempt.Attempt;
import org.ninetyten.academy.attempt.AttemptQueries;
import org.ninetyten.academy.attempt.SubmitAttempt;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Roles;

/** Attempts at exams. Their answers are never told, neither before nor after. */
@Path("/v1/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class AttemptResource {

    private final SubmitAttempt submitAttempt;
    private final AttemptQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    @Inject
    AttemptResource(
            SubmitAttempt submitAttempt, AttemptQueries queries, Idempotency idempotency, Caller caller, Clock clock) {
        this.submitAttempt = submitAttempt;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER,
        Roles.PARTNER_MANAGER,
        Roles.ACADEMY_EDITOR,
        Roles.EXAMINER,
        Roles.ADMIN
    })
    @Operation(summary = "Read an attempt")
    @APIResponse(responseCode = "200", description = "The attempt.")
    public AttemptResponse get(@PathParam("id") UUID id) {
        Attempt attempt = queries.get(id);
        caller.mustOwn(attempt.partnerId(), "attempt", id);
        return response(attempt);
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed({Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER, Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Submit the answers: PASSED with a credential, FAILED, or TIMED_OUT after the end")
    @APIResponse(
            responseCode = "200",
            description = "The result.",
            content = @Content(schema = @Schema(implementation = AttemptResponse.class)))
    @APIResponse(responseCode = "409", description = "attempt-already-ended")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid SubmitAttemptRequest request) {
        return idempotency.once(key, request, () -> {
            caller.mustOwn(queries.partnerOf(id), "attempt", id);
            return Response.ok(response(submitAttempt.handle(id, request.given())))
                    .build();
        });
    }

    private AttemptResponse response(Attempt attempt) {
        return AttemptResponse.from(attempt, clock.instant(), () -> queries.bankOf(attempt));
    }
}
