package org.ninetyten.billing.split.rest;

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
import org.ninetyten.billing.split.PostedSplit;
import org.ninetyten.billing.split.Splits;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** How a deal was split. */
@Path("/v1/deals/{dealId}")
@Tag(name = "Splits")
class DealSplitResource {

    private final Splits splits;
    private final Caller caller;

    DealSplitResource(Splits splits, Caller caller) {
        this.splits = splits;
        this.caller = caller;
    }

    @GET
    @Path("/split")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "The split of a won deal as it stands, with the trace of each line")
    public SplitResponse split(@PathParam("dealId") UUID dealId) {
        return SplitResponse.from(find(dealId));
    }

    @GET
    @Path("/ninety-ten")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Whether a won deal keeps 90/10, and which services are missing")
    public NinetyTenResponse ninetyTen(@PathParam("dealId") UUID dealId) {
        return NinetyTenResponse.from(find(dealId));
    }

    private PostedSplit find(UUID dealId) {
        PostedSplit posted =
                splits.currentOfDeal(dealId).orElseThrow(() -> ProblemException.notFound("split of deal", dealId));
        caller.mustOwn(posted.split().deal().partnerId(), "split of deal", dealId);
        return posted;
    }
}
