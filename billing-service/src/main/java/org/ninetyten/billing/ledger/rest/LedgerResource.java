package org.ninetyten.billing.ledger.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.LedgerQueries;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** The vendor's books. */
@Path("/v1/ledger")
@Tag(name = "Ledger")
class LedgerResource {

    private final LedgerQueries ledger;
    private final Caller caller;
    private final Clock clock;

    LedgerResource(LedgerQueries ledger, Caller caller, Clock clock) {
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/trial-balance")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Debits and credits by account type and currency, now or at an instant")
    public TrialBalanceResponse trialBalance(
            @QueryParam("at")
                    @Parameter(
                            description = "An instant; without it, now.",
                            example = "2026-11-30T23:59:59Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Size(max = 40)
                    @Nullable
                    String at) {
        Instant instant = AsOf.instant(at, clock);
        return TrialBalanceResponse.from(instant, ledger.trialBalance(instant));
    }

    @GET
    @Path("/journal-entries/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One entry; a partner sees its own postings of it")
    public JournalEntryResponse entry(@PathParam("id") UUID id) {
        UUID onlyOfPartner = caller.isVendor()
                ? null
                : caller.partnerId().orElseThrow(() -> ProblemException.notFound("journal entry", id));
        return ledger.entry(id, onlyOfPartner)
                .map(JournalEntryResponse::from)
                .orElseThrow(() -> ProblemException.notFound("journal entry", id));
    }
}
