package org.ninetyten.billing.policy.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.policy.PayoutPolicies;
import org.ninetyten.billing.policy.WritePayoutPolicy;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;

/** The numbers of paying out. */
@Path("/v1/payout-policies")
@Tag(name = "Payouts")
class PayoutPolicyResource {

    private final PayoutPolicies policies;
    private final WritePayoutPolicy write;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    PayoutPolicyResource(
            PayoutPolicies policies, WritePayoutPolicy write, Idempotency idempotency, Caller caller, Clock clock) {
        this.policies = policies;
        this.write = write;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "All versions of the payout policy, newest first")
    public List<PayoutPolicyResponse> list() {
        return policies.all().stream().map(PayoutPolicyResponse::from).toList();
    }

    @POST
    @RolesAllowed({FINANCE_APPROVER, ADMIN})
    @Operation(summary = "Write a further version of the payout policy, valid from an instant to come")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PayoutPolicyRequest.class),
                            examples = @ExampleObject(name = "policy", value = """
                                    {"validFrom": "2027-01-01T00:00:00Z", "currency": "EUR", "minimumMinor": 5000,
                                     "fourEyesMinor": 1000000, "forcedAfterMonths": 12, "coolingOffHours": 24,
                                     "answerHours": 72, "rateMaxAgeDays": 7, "why": "The limit of the treasury."}""")))
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content = @Content(schema = @Schema(implementation = PayoutPolicyResponse.class)))
    public Response write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull PayoutPolicyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.created(URI.create("/v1/payout-policies"))
                        .entity(PayoutPolicyResponse.from(write.write(request.draft(caller.name(), clock.instant()))))
                        .build());
    }
}
