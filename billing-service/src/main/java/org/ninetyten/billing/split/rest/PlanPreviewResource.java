package org.ninetyten.billing.split.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.split.PreviewSplit;
import org.ninetyten.billing.split.WonDeal;
import org.ninetyten.messaging.http.ProblemException;

/** What a plan would do. Nothing is booked or kept. */
@Path("/v1/split-plans/preview")
@Tag(name = "Split plans")
class PlanPreviewResource {

    private final PreviewSplit preview;
    private final SplitPlans plans;

    PlanPreviewResource(PreviewSplit preview, SplitPlans plans) {
        this.preview = preview;
        this.plans = plans;
    }

    @POST
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Split an estimate by a plan, and compare it with the plan that is valid")
    public PreviewResponse estimate(@Valid @NotNull PreviewRequest request) {
        WonDeal deal = request.deal();
        @Nullable
        SplitPlan plan = request.version() == null && request.draft() == null
                ? null
                : plan(request.version(), request.draft(), deal.invoiceDate());
        try {
            return PreviewResponse.from(
                    preview.estimate(plan, deal, request.knowsThePartner(), request.tier(), request.region()));
        } catch (IllegalArgumentException missingRate) {
            throw ProblemException.invalid("currency", String.valueOf(missingRate.getMessage()));
        }
    }

    @POST
    @Path("/month")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Split all deals of a month again by a plan, and compare the sums", description = """
                Reads the month's deals in portions, which takes seconds when there are many. Of caps only what the month \
                itself uses counts.""")
    public PreviewSplit.Month month(@Valid @NotNull PreviewMonthRequest request) {
        YearMonth month = YearMonth.parse(request.month());
        if ((request.version() == null) == (request.draft() == null)) {
            throw ProblemException.invalid("version", "is needed, or a draft, and not both");
        }
        return preview.month(plan(request.version(), request.draft(), month.atDay(1)), month);
    }

    private SplitPlan plan(@Nullable Integer version, @Nullable DraftPlan draft, LocalDate validFrom) {
        if (draft != null) {
            return draft.plan(validFrom);
        }
        if (version == null) {
            throw ProblemException.invalid("version", "is needed, or a draft");
        }
        return plans.require(version);
    }
}
