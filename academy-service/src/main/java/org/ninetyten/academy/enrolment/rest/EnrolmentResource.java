package org.ninetyten.academy.enrolment.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.enrolment.CompleteLesson;
import org.ninetyten.academy.enrolment.Enrol;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.academy.enrolment.EnrolmentQueries;
import org.ninetyten.academy.enrolment.EnrolmentStatus;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Roles;

/** Enrolments: a partner's own people, and for the academy everybody's. */
@Path("/v1/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrolments")
public class EnrolmentResource {

    private final Enrol enrol;
    private final CompleteLesson completeLesson;
    private final EnrolmentQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    EnrolmentResource(
            Enrol enrol,
            CompleteLesson completeLesson,
            EnrolmentQueries queries,
            Idempotency idempotency,
            Caller caller) {
        this.enrol = enrol;
        this.completeLesson = completeLesson;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER, Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Put a person on a published course")
    @APIResponse(
            responseCode = "201",
            description = "The enrolment.",
            content = @Content(schema = @Schema(implementation = EnrolmentResponse.class)))
    @APIResponse(responseCode = "404", description = "No such course, or the person is not one of the caller's.")
    public Response enrol(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid EnrolRequest request) {
        return idempotency.once(key, request, () -> {
            Optional<UUID> partner = caller.isVendor() ? Optional.empty() : Optional.of(ownPartner(request.staffId()));
            Enrolment enrolment = enrol.handle(request.courseId(), request.staffId(), partner);
            return Response.created(URI.create("/v1/enrolments/" + enrolment.id()))
                    .entity(EnrolmentResponse.from(enrolment))
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
    @Operation(summary = "List enrolments; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of enrolments, the oldest first.",
            content = @Content(schema = @Schema(implementation = EnrolmentPage.class)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("staffId") @Nullable UUID staffId,
            @QueryParam("status") @Nullable EnrolmentStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID asked = partnerId;
        if (partnerId != null) {
            caller.mustOwn(partnerId, "partner", partnerId);
        } else if (!caller.isVendor()) {
            asked = ownPartner("of this token");
        }
        List<EnrolmentResponse> rows =
                queries.list(new EnrolmentQueries.Filter(asked, staffId, status), idIn(cursor), limit).stream()
                        .map(EnrolmentResponse::from)
                        .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
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
    @Operation(summary = "Read an enrolment")
    @APIResponse(responseCode = "200", description = "The enrolment.")
    public EnrolmentResponse get(@PathParam("id") UUID id) {
        Enrolment enrolment = queries.get(id);
        caller.mustOwn(enrolment.partnerId(), "enrolment", id);
        return EnrolmentResponse.from(enrolment);
    }

    @POST
    @Path("/{id}/lessons/{lessonId}/complete")
    @RolesAllowed({Roles.PARTNER_ADMIN, Roles.PARTNER_MEMBER, Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Note that a lesson is done; doing so again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "The enrolment.",
            content = @Content(schema = @Schema(implementation = EnrolmentResponse.class)))
    public Response completeLesson(
            @PathParam("id") UUID id,
            @PathParam("lessonId") UUID lessonId,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, null, () -> {
            caller.mustOwn(queries.partnerOf(id), "enrolment", id);
            completeLesson.handle(id, lessonId);
            return Response.ok(EnrolmentResponse.from(queries.get(id))).build();
        });
    }

    private UUID ownPartner(Object staffId) {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("staff", staffId));
    }

    private static @Nullable UUID idIn(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** How a page of enrolments looks, for the documentation. */
    record EnrolmentPage(
            List<EnrolmentResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
