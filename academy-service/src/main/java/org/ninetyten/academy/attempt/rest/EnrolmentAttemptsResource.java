package org.ninetyten.academy.attempt.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.attempt.Attempt;
import org.ninetyten.academy.attempt.AttemptQueries;
import org.ninetyten.academy.attempt.StartAttempt;
import org.ninetyten.academy.enrolment.EnrolmentQueries;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Roles;

/** The attempts of an enrolment. */
@Path("/v1/enrolments/{id}/attempts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attempts")
public class EnrolmentAttemptsResource {

    private final StartAttempt startAttempt;
    private final AttemptQueries queries;
    private final EnrolmentQueries enrolments;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    @Inject
    EnrolmentAttemptsResource(
            StartAttempt startAttempt,
            AttemptQueries queries,
            EnrolmentQueries enrolments,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.startAttempt = startAttempt;
        this.queries = queries;
        this.enrolments = enrolments;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER, Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Start an attempt once all lessons are done; the time runs from now")
    @APIResponse(
            responseCode = "201",
            description = "The attempt with the questions that were drawn for it.",
            content = @Content(schema = @Schema(implementation = AttemptResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "lessons-incomplete, attempt-running, cool-down (the detail says until when), staff-left, or"
                    + " illegal-state once the exam is passed.")
    public Response start(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, null, () -> {
            caller.mustOwn(enrolments.partnerOf(id), "enrolment", id);
            Attempt attempt = startAttempt.handle(id);
            return Response.created(URI.create("/v1/attempts/" + attempt.id()))
                    .entity(response(attempt))
                    .build();
        });
    }

    @GET
    @RolesAllowed({
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER,
        Roles.PARTNER_MANAGER,
        Roles.ACADEMY_EDITOR,
        Roles.EXAMINER,
        Roles.ADMIN
    })
    @Operation(summary = "List the attempts of an enrolment, the first one first")
    @APIResponse(responseCode = "200", description = "The attempts.")
    public List<AttemptResponse> list(@PathParam("id") UUID id) {
        caller.mustOwn(enrolments.partnerOf(id), "enrolment", id);
        return queries.of(id).stream().map(this::response).toList();
    }

    private AttemptResponse response(Attempt attempt) {
        return AttemptResponse.from(attempt, clock.instant(), () -> queries.bankOf(attempt));
    }
}
