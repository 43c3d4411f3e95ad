package org.ninetyten.billing.plan.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.billing.plan.SplitPlans;

/** The rules by which money is split. */
@Path("/v1/split-plans")
@Tag(name = "Split plans")
class SplitPlanResource {

    private final SplitPlans plans;

    SplitPlanResource(SplitPlans plans) {
        this.plans = plans;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "All versions of the split plan, newest first; partners read what they are paid by")
    public List<SplitPlanResponse> all() {
        return plans.all().stream().map(SplitPlanResponse::from).toList();
    }
}
