package org.ninetyten.billing.ninetyten.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ninetyten.NinetyTenReports;
import org.ninetyten.billing.ninetyten.NinetyTenReports.By;
import org.ninetyten.billing.ninetyten.NinetyTenReports.Question;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** How partners, regions and the network keep 90/10 over time. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class NinetyTenReportResource {

    private static final String MONTH = "[12][0-9]{3}-(0[1-9]|1[0-2])";
    private static final int MOST_MONTHS = 120;

    private final NinetyTenReports reports;
    private final Caller caller;

    NinetyTenReportResource(NinetyTenReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Path("/ninety-ten")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_MANAGER, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary =
                    "Licence share and services ÷ licence share by network, region or partner, by month or as a whole",
            description = """
                An alarm tells of services that earn partners less than the plan's multiple of their licence share. A partner \
                sees itself, whatever it asks by. Deals count as sold; refunds are a column of their own.""")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = ReportPage.class)))
    public Response ninetyTen(
            @QueryParam("from") @Parameter(example = "2026-01") @NotNull @Pattern(regexp = MONTH) String from,
            @QueryParam("to") @Parameter(example = "2026-12") @NotNull @Pattern(regexp = MONTH) String to,
            @QueryParam("by") @DefaultValue("NETWORK") By by,
            @QueryParam("monthly") @DefaultValue("true") boolean monthly,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 300) @Nullable String cursor,
            @Context UriInfo uri) {
        Question question = question(from, to, by, monthly);
        List<ReportRow> rows = reports.rows(question, limit + 1, after(cursor, question.by())).stream()
                .map(row -> ReportRow.from(row, question))
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.key(), row.month(question), row.currency()), uri);
    }

    @GET
    @Path("/second-services")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_MANAGER, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "Of the customers whose first deal lies in the period, how many paid for a second service soon",
            description = "Soon is the plan's number of months, twelve by default. A partner sees its own customers.")
    public List<SecondServiceRow> secondServices(
            @QueryParam("from") @Parameter(example = "2026-01") @NotNull @Pattern(regexp = MONTH) String from,
            @QueryParam("to") @Parameter(example = "2026-12") @NotNull @Pattern(regexp = MONTH) String to,
            @QueryParam("by") @DefaultValue("NETWORK") By by) {
        Question question = question(from, to, by, false);
        if (question.by() == By.PARTNER && question.onlyPartner() == null) {
            throw ProblemException.invalid("by", "is NETWORK or REGION; a partner's own figure is in its own report");
        }
        return reports.secondServices(question).stream()
                .map(row -> SecondServiceRow.from(row, question.by()))
                .toList();
    }

    private Question question(String from, String to, By by, boolean monthly) {
        YearMonth first = YearMonth.parse(from);
        YearMonth last = YearMonth.parse(to);
        if (last.isBefore(first)) {
            throw ProblemException.invalid("to", "is before from");
        }
        if (first.plusMonths(MOST_MONTHS).isBefore(last)) {
            throw ProblemException.invalid("to", "is more than " + MOST_MONTHS + " months after from");
        }
        if (caller.isVendor()) {
            return new Question(by, monthly, first, last, null);
        }
        UUID own = caller.partnerId().orElseThrow(() -> ProblemException.notFound("report", "of this partner"));
        return new Question(By.PARTNER, monthly, first, last, own);
    }

    private static NinetyTenReports.@Nullable After after(@Nullable String cursor, By by) {
        List<String> values = Cursor.decode(cursor, 3);
        if (values.isEmpty()) {
            return null;
        }
        try {
            if (by == By.PARTNER) {
                UUID.fromString(values.get(0));
            }
            return new NinetyTenReports.After(values.get(0), LocalDate.parse(values.get(1)), values.get(2));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** A row of the report. */
    @Schema(examples = """
            {"region": "CIS", "month": "2026-11", "currency": "EUR", "deals": 120, "passing": 111, "licenceMinor": 1200000,
             "servicesMinor": 11000000, "totalMinor": 12200000, "licenceShareBasisPoints": 984,
             "partnerLicenceMinor": 540000, "partnerServicesMinor": 10400000,
             "servicesToLicenceShareBasisPoints": 192592, "alarm": false, "refundedMinor": 0}
            """)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportRow(
            @Nullable String region,
            @Nullable UUID partnerId,

            @Schema(description = "Absent when the period is asked for as a whole.") @Nullable
            String month,

            String currency,
            long deals,

            @Schema(description = "How many of the deals keep 90/10.")
            long passing,

            long licenceMinor,
            long servicesMinor,
            long totalMinor,

            @Schema(description = "The licence's share of the total, rounded up; 1000 is the tenth that is allowed.")
            long licenceShareBasisPoints,

            long partnerLicenceMinor,
            long partnerServicesMinor,

            @Schema(description = "What services earn the partners by what licences do; 20000 is twice as much.")
            @Nullable
            Long servicesToLicenceShareBasisPoints,

            @Schema(description = "Services earn less than the plan's multiple of the licence share.")
            boolean alarm,

            long refundedMinor) {

        static ReportRow from(NinetyTenReports.Row row, Question question) {
            return new ReportRow(
                    question.by() == By.REGION ? row.key() : null,
                    question.by() == By.PARTNER ? UUID.fromString(row.key()) : null,
                    question.monthly() ? YearMonth.from(row.month()).toString() : null,
                    row.currency(),
                    row.deals(),
                    row.passing(),
                    row.licenceMinor(),
                    row.servicesMinor(),
                    row.totalMinor(),
                    row.licenceShareBasisPoints(),
                    row.partnerLicenceMinor(),
                    row.partnerServicesMinor(),
                    row.servicesToLicenceShareBasisPoints(),
                    row.alarm(),
                    row.refundedMinor());
        }

        String key() {
            return region != null ? region : partnerId != null ? partnerId.toString() : "";
        }

        LocalDate month(Question question) {
            return (month == null ? question.from() : YearMonth.parse(month)).atDay(1);
        }
    }

    /** How many customers bought a second service soon. */
    @Schema(
            examples =
                    "{\"region\": \"CIS\", \"customers\": 400, \"withSecondService\": 250, \"shareBasisPoints\": 6250}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecondServiceRow(
            @Nullable String region,
            @Nullable UUID partnerId,
            long customers,
            long withSecondService,
            long shareBasisPoints) {

        static SecondServiceRow from(NinetyTenReports.SecondServices row, By by) {
            return new SecondServiceRow(
                    by == By.REGION ? row.key() : null,
                    by == By.PARTNER ? UUID.fromString(row.key()) : null,
                    row.customers(),
                    row.withSecondService(),
                    row.shareBasisPoints());
        }
    }

    /** For the documentation: generics are lost in a Response. */
    record ReportPage(
            List<ReportRow> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
