package org.ninetyten.partner.standing.rest;

import static org.ninetyten.messaging.http.Roles.ACADEMY_EDITOR;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXAMINER;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.partner.standing.TierQueries;

/** A partner's tier: what it is, what it was, what is missing for the next. */
@Path("/v1/partners/{id}/tier")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class TierResource {

    private final TierQueries queries;
    private final Caller caller;

    TierResource(TierQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        MARKETING,
        ACADEMY_EDITOR,
        EXAMINER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "Shows a partner's tier, its history and the last evaluation with what is missing")
    @APIResponse(responseCode = "200", description = "The tier page.")
    public TierResponse page(@PathParam("id") UUID id) {
        caller.mustOwn(id, "partner", id);
        return TierResponse.from(queries.page(id));
    }
}
