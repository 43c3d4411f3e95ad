package org.ninetyten.billing.bank.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.bank.BankDetail;
import org.ninetyten.billing.bank.BankDetails;
import org.ninetyten.billing.bank.ChangeBankDetails;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** Where a partner's money goes. */
@Path("/v1/partners/{partnerId}/bank-details")
@Tag(name = "Bank details")
class BankDetailResource {

    private final BankDetails details;
    private final ChangeBankDetails change;
    private final Idempotency idempotency;
    private final Caller caller;

    BankDetailResource(BankDetails details, ChangeBankDetails change, Idempotency idempotency, Caller caller) {
        this.details = details;
        this.change = change;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, ADMIN, PARTNER_ADMIN})
    @Operation(
            summary = "All bank details of a partner, newest first, with nothing that could be used to pay or be paid")
    public List<BankDetailResponse> list(@PathParam("partnerId") UUID partnerId) {
        caller.mustOwn(partnerId, "partner", partnerId);
        return details.of(partnerId).stream().map(BankDetailResponse::from).toList();
    }

    @POST
    @RolesAllowed({FINANCE, PARTNER_ADMIN})
    @Operation(
            summary = "Propose an account for sums of one currency",
            description = "Somebody else must confirm it. A proposal of before that nobody has confirmed is withdrawn.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = BankDetailRequest.class),
                            examples = {
                                @ExampleObject(name = "IBAN", value = """
                                        {"currency": "EUR", "holder": "Beispiel GmbH",
                                         "iban": "DE89 3704 0044 0532 0130 00"}"""),
                                @ExampleObject(name = "account number", value = """
                                        {"currency": "USD", "holder": "Example Inc", "accountNumber": "000123456789",
                                         "bic": "CHASUS33", "country": "US"}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The proposal",
            content = @Content(schema = @Schema(implementation = BankDetailResponse.class)))
    public Response propose(
            @PathParam("partnerId") UUID partnerId,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull BankDetailRequest request) {
        caller.mustOwn(partnerId, "partner", partnerId);
        return idempotency.once(key, request, () -> {
            BankDetail proposed = change.propose(partnerId, request.known(), request.account(), caller.name());
            return Response.created(URI.create("/v1/partners/" + partnerId + "/bank-details"))
                    .entity(BankDetailResponse.from(proposed))
                    .build();
        });
    }

    @POST
    @Path("/{id}/confirm")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, PARTNER_ADMIN})
    @Operation(summary = "Confirm bank details that somebody else proposed; payouts use them a day later")
    @APIResponse(
            responseCode = "200",
            description = "The confirmed details",
            content = @Content(schema = @Schema(implementation = BankDetailResponse.class)))
    public Response confirm(
            @PathParam("partnerId") UUID partnerId,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key) {
        mustBeOf(partnerId, id);
        return idempotency.once(
                key,
                id,
                () -> Response.ok(BankDetailResponse.from(change.confirm(id, caller.name())))
                        .build());
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, PARTNER_ADMIN})
    @Operation(
            summary =
                    "Refuse proposed bank details, take one's own proposal back, or stop confirmed ones before their day",
            description = "Details that rest and are stopped are withdrawn; what was confirmed before stays in use.")
    @APIResponse(
            responseCode = "200",
            description = "The rejected or withdrawn details",
            content = @Content(schema = @Schema(implementation = BankDetailResponse.class)))
    public Response reject(
            @PathParam("partnerId") UUID partnerId,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RejectRequest request) {
        mustBeOf(partnerId, id);
        return idempotency.once(
                key,
                request,
                () -> Response.ok(BankDetailResponse.from(change.reject(id, request.why(), caller.name())))
                        .build());
    }

    private void mustBeOf(UUID partnerId, UUID id) {
        caller.mustOwn(partnerId, "partner", partnerId);
        boolean known = details.find(id)
                .map(BankDetail::partnerId)
                .filter(partnerId::equals)
                .isPresent();
        if (!known) {
            throw ProblemException.notFound("bank detail", id);
        }
    }
}
