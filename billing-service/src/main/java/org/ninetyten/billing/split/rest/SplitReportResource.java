package org.ninetyten.billing.split.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            @QueryParam("from")
                    @Parameter(
                            description = "First invoice date.",
                            example = "2026-11-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Size(max = 20)
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Last invoice date.",
                            example = "2026-11-30",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @Size(max = 20)
                    @Nullable
                    String to) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw ProblemException.invalid("to", "is before from");
        }
        return new SplitReportResponse(
                first,
                last,
                queries.totals(first, last).stream().map(CurrencyTotal::from).toList());
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            // What the database can't hold as a date was never an invoice date.
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the same refusal.
        }
        throw ProblemException.invalid(field, "is not a date such as 2026-11-23");
    }
}
