package org.ninetyten.partner.partner.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Versions;
import org.ninetyten.partner.partner.Calendar;
import org.ninetyten.partner.partner.ChangePartner;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.Partners;

/** When a partner works; offers and service levels are timed by it. */
@Path("/v1/partners/{id}/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class CalendarResource {

    private final ChangePartner change;
    private final Partners partners;
    private final Caller caller;

    CalendarResource(ChangePartner change, Partners partners, Caller caller) {
        this.change = change;
        this.partners = partners;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Shows when a partner works; a new one keeps the standard hours")
    @APIResponse(
            responseCode = "200",
            description = "The calendar; its ETag is the partner's version to change it by.",
            content = @Content(schema = @Schema(implementation = Calendar.class)))
    public Response get(@PathParam("id") UUID id) {
        caller.mustOwn(id, "partner", id);
        return answer(partners.existing(id));
    }

    @PUT
    @RolesAllowed({PARTNER_MANAGER, ADMIN, PARTNER_ADMIN})
    @Operation(summary = "Changes when a partner works", description = """
                    Times are those of the partner's own wall clock. Hours over midnight are written as two: up to 24:00 and
                    from 00:00. What is offered from now on is timed by it; what was offered before keeps its time.""")
    @APIResponse(
            responseCode = "200",
            description = "The calendar as it is now, in order.",
            content = @Content(schema = @Schema(implementation = Calendar.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Calendar calendar) {
        caller.mustOwn(id, "partner", id);
        return answer(change.keepHours(id, calendar, version -> Versions.require(ifMatch, version)));
    }

    private static Response answer(Partner partner) {
        return Response.ok(partner.calendar())
                .tag(Versions.tag(partner.version()))
                .build();
    }
}
