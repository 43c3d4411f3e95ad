package org.ninetyten.leadrouting.report.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.report.ResponseStatistics;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** How quickly partners answer. */
@Path("/v1/reports/responses")
@Tag(name = "Reports")
class ResponseReportResource {

    private static final int LONGEST_PERIOD_DAYS = 1_100;
    private static final int DEFAULT_DAYS = 90;
    private static final LocalDate EARLIEST = LocalDate.parse("2000-01-01");
    private static final LocalDate LATEST = LocalDate.parse("2999-12-31");
    private static final String FIGURES = """
            {"partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "legalName": "Beispiel GmbH", "region": "EUROPE",
             "offers": 14, "accepted": 11, "declined": 1, "timedOut": 2, "acceptanceBasisPoints": 7857,
             "medianMinutes": 9, "p90Minutes": 41, "declinesByReason": {"NO_CAPACITY": 1}, "contactsDue": 11,
             "contactsInTime": 10}""";

    private final ResponseStatistics statistics;
    private final LeadRoutingConfig config;
    private final Caller caller;
    private final Clock clock;

    ResponseReportResource(ResponseStatistics statistics, LeadRoutingConfig config, Caller caller, Clock clock) {
        this.statistics = statistics;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/partners")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN})
    @Operation(summary = "Show how quickly partners answered offers and contacted customers, day from to day to")
    @APIResponse(
            responseCode = "200",
            description = "One page of partners that were offered leads, in the order of their ids.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResponseFiguresPage.class),
                            examples = @ExampleObject(name = "page", value = "{\"items\": [" + FIGURES + "]}")))
    public Response partners(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("region") @Size(max = 40) @Nullable String region,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<ResponseFigures> rows =
                statistics.partners(period(from, to), region, CursorId.decode(cursor), limit + 1).stream()
                        .map(ResponseFigures::of)
                        .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(String.valueOf(row.partnerId())), uri);
    }

    @GET
    @Path("/regions")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN})
    @Operation(summary = "Show how quickly the partners of each region answered offers and contacted customers")
    @APIResponse(
            responseCode = "200",
            description = "One row for each region in which leads were offered.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResponseFigures[].class),
                            examples = @ExampleObject(name = "regions", value = "[" + FIGURES + "]")))
    public Response regions(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        return Response.ok(statistics.regions(period(from, to)).stream()
                        .map(ResponseFigures::of)
                        .toList())
                .build();
    }

    @GET
    @Path("/partners/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Show one partner's figures beside what is usual in its region; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "The figures.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnResponseFigures.class),
                            examples =
                                    @ExampleObject(
                                            name = "figures",
                                            value =
                                                    "{\"own\": " + FIGURES
                                                            + ", \"regionMedianMinutes\": 14, \"regionAcceptanceBasisPoints\": 8120, \"regionTooSmall\": false}")))
    public Response partner(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        caller.mustOwn(id, "partner", id);
        ResponseStatistics.Period period = period(from, to);
        ResponseStatistics.OfPartner own =
                statistics.partner(period, id).orElseThrow(() -> ProblemException.notFound("partner", id));
        ResponseStatistics.Usual usual = own.region() == null ? null : statistics.usual(period, own.region());
        boolean hidden = usual != null && !caller.isVendor() && usual.partners() < config.partnersOfShownRegion();
        return Response.ok(new OwnResponseFigures(
                        ResponseFigures.of(own),
                        usual == null || hidden ? null : usual.medianMinutes(),
                        usual == null || hidden ? null : usual.acceptanceBasisPoints(),
                        hidden))
                .build();
    }

    /** Days in UTC, both included; the last 90 days unless the caller says otherwise. */
    private ResponseStatistics.Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        Instant now = clock.instant();
        LocalDate last = to == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
        if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
            throw ProblemException.invalid(
                    first.isBefore(EARLIEST) ? "from" : "to", "must be from " + EARLIEST + " to " + LATEST);
        }
        if (first.isAfter(last)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        if (first.plusDays(LONGEST_PERIOD_DAYS).isBefore(last)) {
            throw ProblemException.invalid("from", "must be at most " + LONGEST_PERIOD_DAYS + " days before to");
        }
        return new ResponseStatistics.Period(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                now);
    }
}
