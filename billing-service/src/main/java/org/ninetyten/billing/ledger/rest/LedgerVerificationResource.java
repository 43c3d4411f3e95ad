package org.ninetyten.billing.ledger.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.LedgerVerification;
import org.ninetyten.billing.ledger.LedgerVerifications;
import org.ninetyten.billing.ledger.VerifyLedger;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** The hash chain, looked at as a whole. */
@Path("/v1/ledger/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerVerificationResource {

    private final VerifyLedger verify;
    private final LedgerVerifications verifications;
    private final Caller caller;

    LedgerVerificationResource(VerifyLedger verify, LedgerVerifications verifications, Caller caller) {
        this.verify = verify;
        this.verifications = verifications;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({FINANCE, FINANCE_APPROVER, ADMIN})
    @Operation(
            summary = "Recomputes the hash chain and names every row that is not as it was booked",
            description = """
                Reads the whole ledger, which takes minutes when it is large. It changes nothing, so it needs no \
                idempotency key: each call is a look of its own, and is kept.""")
    @APIResponse(
            responseCode = "200",
            description = "What was found; nothing when every row is as it was booked",
            content = @Content(schema = @Schema(implementation = LedgerVerificationResponse.class)))
    public LedgerVerificationResponse verify() {
        return LedgerVerificationResponse.from(verify.handle(caller.name()));
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "The verifications so far, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = VerificationPage.class)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        List<String> after = Cursor.decode(cursor, 2);
        Instant at = null;
        UUID id = null;
        if (!after.isEmpty()) {
            try {
                at = AsOf.inRange(Instant.parse(after.get(0)));
                id = UUID.fromString(after.get(1));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
            }
        }
        List<LedgerVerificationResponse> rows = verifications.newest(limit + 1, at, id).stream()
                .map(LedgerVerificationResponse::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.at(), row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "One verification")
    public LedgerVerificationResponse one(@PathParam("id") UUID id) {
        return verifications
                .find(id)
                .map(LedgerVerificationResponse::from)
                .orElseThrow(() -> ProblemException.notFound("verification", id));
    }

    /** For the documentation: generics are lost in a Response. */
    record VerificationPage(
            List<LedgerVerificationResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}

    /** What a verification found. */
    @Schema(examples = """
            {"id": "019ab0f4-3000-7c13-8c13-3c4d5e6f7013", "at": "2026-11-25T03:47:09Z", "who": "finance", "intact": false,
             "sealed": 8476, "waiting": 2, "headPosition": 8476,
             "headHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "findings": [{"kind": "POSTING_CHANGED", "position": 4711, "entryId": "019ab0f4-2000-7b12-8b12-2b3c4d5e6f12",
              "line": 2}]}
            """)
    record LedgerVerificationResponse(
            UUID id,
            Instant at,
            String who,
            boolean intact,

            @Schema(description = "Entries in the chain.") long sealed,

            @Schema(description = "Entries that are not yet in it.")
            long waiting,

            long headPosition,

            @Schema(description = """
                            The hash of the last link. Kept elsewhere, it tells later whether the chain was written anew.""") @Nullable String headHash,

            @Schema(description = "The first hundred rows that are not as they were booked.")
            List<LedgerVerification.Finding> findings) {

        static LedgerVerificationResponse from(LedgerVerification verification) {
            return new LedgerVerificationResponse(
                    verification.id(),
                    verification.at(),
                    verification.who(),
                    verification.intact(),
                    verification.sealed(),
                    verification.waiting(),
                    verification.headPosition(),
                    verification.headHash(),
                    verification.findings());
        }
    }
}
