package org.ninetyten.billing.split.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.FINANCE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.rest.AccrualResponse;
import org.ninetyten.billing.accrual.rest.WhyRequest;
import org.ninetyten.billing.split.VoidAccrual;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;

/** Taking a line out of the books. */
@Path("/v1/accruals/{id}/void")
@Tag(name = "Accruals")
class AccrualVoidResource {

    private final VoidAccrual voidAccrual;
    private final Idempotency idempotency;
    private final Caller caller;

    AccrualVoidResource(VoidAccrual voidAccrual, Idempotency idempotency, Caller caller) {
        this.voidAccrual = voidAccrual;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(
            summary = "Void what a partner is owed for a line, before any statement has it",
            description =
                    "The partner's part falls to the vendor. A line that was stated is disputed or corrected instead.")
    @APIResponse(
            responseCode = "200",
            description = "The void accrual",
            content = @Content(schema = @Schema(implementation = AccrualResponse.class)))
    public Response handle(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WhyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(AccrualResponse.from(voidAccrual.handle(id, request.why(), caller.name())))
                        .build());
    }
}
