package org.ninetyten.billing.reimbursement.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.billing.reimbursement.Reimbursement;
import org.ninetyten.billing.reimbursement.Reimbursements;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** What became of an approved claim. */
@Path("/v1/reimbursements")
@Tag(name = "Reimbursements")
class ReimbursementResource {

    private final Reimbursements reimbursements;
    private final Caller caller;

    ReimbursementResource(Reimbursements reimbursements, Caller caller) {
        this.reimbursements = reimbursements;
        this.caller = caller;
    }

    @GET
    @Path("/{claimId}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "The payable posted for a claim")
    public ReimbursementResponse one(@PathParam("claimId") UUID claimId) {
        Reimbursement reimbursement =
                reimbursements.find(claimId).orElseThrow(() -> ProblemException.notFound("reimbursement", claimId));
        caller.mustOwn(reimbursement.partnerId(), "reimbursement", claimId);
        return ReimbursementResponse.from(reimbursement);
    }
}
