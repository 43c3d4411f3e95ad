package org.ninetyten.billing.accrual.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

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
import java.time.DateTimeException;
import java.time.Instant;
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
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** What a partner is owed, line by line. */
@Path("/v1/partners/{partnerId}/accruals")
@Tag(name = "Accruals")
class PartnerAccrualResource {

    private final AccrualQueries accruals;
    private final Caller caller;

    PartnerAccrualResource(AccrualQueries accruals, Caller caller) {
        this.accruals = accruals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "A partner's accruals with their traces, newest first; lines of nothing say why they are nothing")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = AccrualPage.class)))
    public Response list(
            @PathParam("partnerId") UUID partnerId,
            @QueryParam("state") @Nullable AccrualState state,
            @QueryParam("period")
                    @Parameter(description = "Only of this statement period.", example = "2026-11")
                    @Size(max = 10)
                    @Nullable
                    String period,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        caller.mustOwn(partnerId, "partner", partnerId);
        List<AccrualResponse> rows =
                accruals.ofPartner(partnerId, state, month(period), limit + 1, before(cursor)).stream()
                        .map(AccrualResponse::from)
                        .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.postedAt(), row.id()), uri);
    }

    private static @Nullable YearMonth month(@Nullable String period) {
        if (period == null) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(period);
            if (month.getYear() >= 1 && month.getYear() <= 9999) {
                return month;
            }
        } catch (DateTimeException e) {
            // Falls through to the same refusal.
        }
        throw ProblemException.invalid("period", "is not a month such as 2026-11");
    }

    private static AccrualQueries.@Nullable Before before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new AccrualQueries.Before(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    record AccrualPage(
            List<AccrualResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
