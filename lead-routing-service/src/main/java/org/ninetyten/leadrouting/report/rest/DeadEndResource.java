package org.ninetyten.leadrouting.report.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.report.DeadEnds;
import org.ninetyten.leadrouting.transfer.rest.Lines;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** "One deal, one payment": customers to whom somebody should talk again. */
@Path("/v1/reports/one-deal-one-payment")
@Tag(name = "Reports")
class DeadEndResource {

    private static final String CSV = "text/csv";
    private static final List<String> FIELDS = List.of(
            "customerId", "partnerId", "dealId", "product", "closedOn", "currency", "licenceMinor", "servicesMinor");

    private static final String PAGE = """
            {"items": [
              {"customerId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001", "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
               "dealId": "0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001", "product": "Portal Enterprise",
               "closedOn": "2025-10-14", "currency": "EUR", "licenceMinor": 120000, "servicesMinor": 0}]}""";

    private static final String EXPORT = """
            customerId,partnerId,dealId,product,closedOn,currency,licenceMinor,servicesMinor
            0199f1d2-7a10-7c3e-9b41-5a0c6a8e2001,0199f1d2-0001-7c3e-9b41-5a0c6a8e3001,\
            0199f1d3-0a10-7c3e-9b41-5a0c6a8e6001,Portal Enterprise,2025-10-14,EUR,120000,0
            """;

    private final DeadEnds deadEnds;
    private final ObjectMapper json;
    private final Caller caller;

    DeadEndResource(DeadEnds deadEnds, ObjectMapper json, Caller caller) {
        this.deadEnds = deadEnds;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, FINANCE, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "List customers with one won deal and no service since, the oldest first; a partner gets its own",
            description = "For how long nothing was bought is a figure of the deal policy, 12 months at first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of customers, each with its one deal in minor units without tax.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeadEndPage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<DeadEnds.DeadEnd> rows = deadEnds.list(owner(partnerId), position(cursor), limit + 1);
        return Pages.respond(rows, limit, row -> Cursor.encode(row.closedOn(), row.dealId()), uri);
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, FINANCE, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Export customers with one won deal and no service since, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "csv", value = EXPORT)))
    public Response export(@QueryParam("partnerId") @Nullable UUID partnerId) {
        UUID owner = owner(partnerId);
        StreamingOutput lines = output -> {
            try (Lines out = Lines.to(output, true, FIELDS, json)) {
                deadEnds.read(owner, out::write);
            }
        };
        return Response.ok(lines, CSV)
                .header("Content-Disposition", "attachment; filename=\"one-deal-one-payment.csv\"")
                .build();
    }

    private @Nullable UUID owner(@Nullable UUID partnerId) {
        if (caller.isVendor()) {
            return partnerId;
        }
        UUID own = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (partnerId != null && !partnerId.equals(own)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        return own;
    }

    private static DeadEnds.@Nullable Position position(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        try {
            return values.isEmpty()
                    ? null
                    : new DeadEnds.Position(LocalDate.parse(values.getFirst()), UUID.fromString(values.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
