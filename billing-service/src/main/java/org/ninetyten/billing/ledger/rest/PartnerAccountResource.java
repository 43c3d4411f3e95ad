package org.ninetyten.billing.ledger.rest;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.LedgerQueries;
import org.ninetyten.billing.ledger.LedgerQueries.After;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** A partner's account with the vendor. */
@Path("/v1/partners/{partnerId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class PartnerAccountResource {

    private final LedgerQueries ledger;
    private final Caller caller;
    private final Clock clock;

    PartnerAccountResource(LedgerQueries ledger, Caller caller, Clock clock) {
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/balances")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "What the vendor and the partner owe each other, by currency, now or at an instant")
    public BalancesResponse balances(
            @PathParam("partnerId") UUID partnerId,
            @QueryParam("at")
                    @Parameter(
                            description = "An instant; without it, now.",
                            example = "2026-11-30T23:59:59Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Size(max = 40)
                    @Nullable
                    String at) {
        caller.mustOwn(partnerId, "partner", partnerId);
        Instant instant = AsOf.instant(at, clock);
        return BalancesResponse.from(partnerId, instant, ledger.balancesOf(partnerId, instant));
    }

    @GET
    @Path("/entries")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "The entries that moved the partner's accounts, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = EntryPage.class)))
    public Response entries(
            @PathParam("partnerId") UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        caller.mustOwn(partnerId, "partner", partnerId);
        List<JournalEntryResponse> entries = ledger.entriesOf(partnerId, limit + 1, after(cursor)).stream()
                .map(JournalEntryResponse::from)
                .toList();
        return Pages.respond(entries, limit, entry -> Cursor.encode(entry.postedAt(), entry.id()), uri);
    }

    private static @Nullable After after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new After(AsOf.inRange(Instant.parse(values.get(0))), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    record EntryPage(
            List<JournalEntryResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
