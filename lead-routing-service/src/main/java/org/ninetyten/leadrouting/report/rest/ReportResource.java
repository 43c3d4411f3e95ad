package org.ninetyten.leadrouting.report.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.report.Reports;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.messaging.http.Cursor;

/** Reports for the vendor. */
@Path("/v1/reports")
@Tag(name = "Reports")
class ReportResource {

    private static final String ROUTING = """
            {"leads": 1200, "leadsByStatus": {"ACCEPTED": 900, "DESK": 20, "OFFERED": 280},
             "offersByState": {"ACCEPTED": 900, "DECLINED": 60, "EXPIRED": 40, "PENDING": 280}, "escalated": 20,
             "partners": [{"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "legalName": "Beispiel GmbH",
               "tier": "GOLD", "offers": 14, "accepted": 11, "declined": 1, "expired": 0, "openLeads": 5}]}""";

    private static final String DEALS = """
            {"sums": [{"outcome": "WON", "currency": "EUR", "deals": 31, "licenceMinor": 4020000,
               "totalMinor": 43700000}]}""";

    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    @GET
    @Path("/routing")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, FINANCE, FINANCE_APPROVER, MARKETING, EXECUTIVE, ADMIN})
    @Operation(summary = "Count leads and offers, and show how they spread over the partners")
    @APIResponse(
            responseCode = "200",
            description = "Counts, and one page of partners.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoutingReport.class),
                            examples = @ExampleObject(name = "report", value = ROUTING)))
    public Response routing(
            @QueryParam("source") @Nullable LeadSource source,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor) {
        Reports.Routing routing = reports.routing(source);
        List<Reports.PartnerShare> shares = reports.shares(source, CursorId.decode(cursor), limit + 1);
        String next = null;
        if (shares.size() > limit) {
            shares = shares.subList(0, limit);
            next = Cursor.encode(shares.getLast().partnerId());
        }
        return Response.ok(new RoutingReport(
                        routing.leads(),
                        routing.leadsByStatus(),
                        routing.offersByState(),
                        routing.escalated(),
                        shares,
                        next))
                .build();
    }

    @GET
    @Path("/deals")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, FINANCE, FINANCE_APPROVER, MARKETING, EXECUTIVE, ADMIN})
    @Operation(summary = "Count deals and add up licence and total by outcome and currency")
    @APIResponse(
            responseCode = "200",
            description = "One row for each outcome and currency, in minor units without tax.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DealReport.class),
                            examples = @ExampleObject(name = "report", value = DEALS)))
    public Response deals(@QueryParam("source") @Nullable LeadSource source) {
        return Response.ok(new DealReport(reports.deals(source))).build();
    }
}
