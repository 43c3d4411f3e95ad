package org.ninetyten.billing.plan.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.PlanDiff;
import org.ninetyten.billing.plan.PlanDraft;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.plan.WriteSplitPlan;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;

/** The rules by which money is split. */
@Path("/v1/split-plans")
@Tag(name = "Split plans")
class SplitPlanResource {

    private final SplitPlans plans;
    private final WriteSplitPlan writePlan;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ObjectMapper json;

    SplitPlanResource(
            SplitPlans plans, WriteSplitPlan writePlan, Idempotency idempotency, Caller caller, ObjectMapper json) {
        this.plans = plans;
        this.writePlan = writePlan;
        this.idempotency = idempotency;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "All versions of the split plan, newest first; partners read what they are paid by")
    public List<SplitPlanResponse> all() {
        Map<Integer, SplitPlans.History> histories = plans.histories();
        return plans.all().stream()
                .map(plan -> shown(SplitPlanResponse.from(plan, histories.get(plan.version()))))
                .toList();
    }

    @GET
    @Path("/{version}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One version of the split plan")
    public SplitPlanResponse one(@PathParam("version") int version) {
        return shown(
                SplitPlanResponse.from(plans.require(version), plans.histories().get(version)));
    }

    private SplitPlanResponse shown(SplitPlanResponse plan) {
        return caller.isVendor() ? plan : plan.forPartners();
    }

    @GET
    @Path("/{version}/diff")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "What a version has another than one it is compared with, field by field")
    public DiffResponse diff(@PathParam("version") int version, @QueryParam("against") @NotNull Integer against) {
        SplitPlan after = plans.require(version);
        SplitPlan before = plans.require(against);
        return new DiffResponse(version, against, PlanDiff.between(before, after, json));
    }

    @POST
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Add a version of the split plan, valid from a day to come", description = """
                It is valid until the next version begins. Each line must find a rule and each rule must have lines; bands \
                begin at 0 and leave no gap. What is wrong is named field by field.""")
    @APIResponse(
            responseCode = "201",
            description = "The new version",
            content = @Content(schema = @Schema(implementation = SplitPlanResponse.class)))
    @APIResponse(responseCode = "409", description = "Another version begins on that day.")
    public Response write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull PlanRequest request) {
        PlanDraft draft = request.draft();
        return idempotency.once(key, request, () -> {
            SplitPlan plan = writePlan.write(draft, request.why(), caller.name());
            return Response.created(URI.create("/v1/split-plans/" + plan.version()))
                    .entity(SplitPlanResponse.from(plan, plans.histories().get(plan.version())))
                    .build();
        });
    }

    @POST
    @Path("/{version}/withdraw")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Take back a version that has not become valid")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn version",
            content = @Content(schema = @Schema(implementation = SplitPlanResponse.class)))
    public Response withdraw(
            @PathParam("version") int version,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WithdrawRequest request) {
        return idempotency.once(key, request, () -> {
            SplitPlan plan = writePlan.withdraw(version, request.why(), caller.name());
            return Response.ok(SplitPlanResponse.from(plan, plans.histories().get(version)))
                    .build();
        });
    }
}
