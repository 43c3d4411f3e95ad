package org.ninetyten.partner.staff.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.messaging.http.Caller;

/** The staff of an older programme, of many partners at once. */
@Path("/v1/staff/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Staff")
public class StaffImportResource {

    private final StaffImport staffImport;
    private final Caller caller;

    StaffImportResource(StaffImport staffImport, Caller caller) {
        this.staffImport = staffImport;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(
            summary = "Takes over up to 1,000 people at once, each by itself",
            description = "The external id tells who is here already: that one stays as is, so a call can be repeated.")
    @APIResponse(responseCode = "200", description = "What became of each, in the order of the request.")
    public ImportStaffResponse importAll(@NotNull @Valid ImportStaffRequest request) {
        return staffImport.importAll(request.staff(), caller.name());
    }
}
