package org.ninetyten.partner.staff.rest;

import static org.ninetyten.messaging.http.Roles.ACADEMY_EDITOR;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXAMINER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.staff.EmployStaff;
import org.ninetyten.partner.staff.NewStaff;
import org.ninetyten.partner.staff.StaffMember;
import org.ninetyten.partner.staff.StaffMembers;

/** The people who work for partners. */
@Path("/v1/partners/{id}/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
public class StaffResource {

    private final EmployStaff employStaff;
    private final StaffMembers people;
    private final Partners partners;
    private final Idempotency idempotency;
    private final Caller caller;

    StaffResource(
            EmployStaff employStaff, StaffMembers people, Partners partners, Idempotency idempotency, Caller caller) {
        this.employStaff = employStaff;
        this.people = people;
        this.partners = partners;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PARTNER_MANAGER, ADMIN, PARTNER_ADMIN})
    @Operation(summary = "Adds a person who works for the partner")
    @APIResponse(
            responseCode = "201",
            description = "The person works there.",
            content = @Content(schema = @Schema(implementation = StaffResponse.class)))
    public Response join(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid JoinStaffRequest request,
            @Context UriInfo uri) {
        caller.mustOwn(id, "partner", id);
        return idempotency.once(key, request, () -> {
            StaffMember person = employStaff.join(
                    new NewStaff(id, null, request.name(), request.email(), request.employedFrom()), caller.name());
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(person.id().toString())
                            .build())
                    .entity(StaffResponse.from(person))
                    .build();
        });
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, ACADEMY_EDITOR, EXAMINER, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Lists the people who work or worked for the partner")
    @APIResponse(
            responseCode = "200",
            description = "A page of staff.",
            content = @Content(schema = @Schema(implementation = StaffPage.class)))
    public Response list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 500) String cursor,
            @Context UriInfo uri) {
        caller.mustOwn(id, "partner", id);
        partners.existing(id);
        List<StaffResponse> rows = people.of(id, after(cursor), limit + 1).stream()
                .map(StaffResponse::from)
                .toList();
        return Pages.respond(rows, limit, person -> Cursor.encode(person.staffId()), uri);
    }

    @GET
    @Path("/{staffId}")
    @RolesAllowed({PARTNER_MANAGER, ACADEMY_EDITOR, EXAMINER, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Shows a person who works or worked for the partner")
    @APIResponse(responseCode = "200", description = "The person.")
    public StaffResponse get(@PathParam("id") UUID id, @PathParam("staffId") UUID staffId) {
        caller.mustOwn(id, "partner", id);
        return StaffResponse.from(people.existingOf(id, staffId));
    }

    @POST
    @Path("/{staffId}/leave")
    @RolesAllowed({PARTNER_MANAGER, ADMIN, PARTNER_ADMIN})
    @Operation(summary = "Sets a person's last day with the partner")
    @APIResponse(
            responseCode = "200",
            description = "The person with the last day.",
            content = @Content(schema = @Schema(implementation = StaffResponse.class)))
    public Response leave(
            @PathParam("id") UUID id,
            @PathParam("staffId") UUID staffId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid LeaveStaffRequest request) {
        caller.mustOwn(id, "partner", id);
        return idempotency.once(
                key,
                request,
                () -> Response.ok(
                                StaffResponse.from(employStaff.leave(id, staffId, request.employedTo(), caller.name())))
                        .build());
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
