package org.ninetyten.billing.split.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.split.SplitQueries;
import org.ninetyten.billing.split.rest.SplitReportResponse.CurrencyTotal;
import org.ninetyten.messaging.http.ProblemException;

/** Figures over all splits. */
@Path("/v1/reports/splits")
@Tag(name = "Reports")
class SplitReportResource {

    private final SplitQueries queries;

    SplitReportResource(SplitQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Count, licence, total and both parts of all splits by currency, optionally of a period")
    public SplitReportResponse report(
            @QueryParam("from") @Parameter(description = "First invoice date.", example = "2026-11-01") @Nullable
                    LocalDate from,
            @QueryParam("to") @Parameter(description = "Last invoice date.", example = "2026-11-30") @Nullable
                    LocalDate to) {
        mustBeInRange("from", from);
        mustBeInRange("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("to", "is before from");
        }
        return new SplitReportResponse(
                from,
                to,
                queries.totals(from, to).stream().map(CurrencyTotal::from).toList());
    }

    /** What the database can't hold as a date was never an invoice date. */
    private static void mustBeInRange(String field, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            throw ProblemException.invalid(field, "is not in the years 1 to 9999");
        }
    }
}
