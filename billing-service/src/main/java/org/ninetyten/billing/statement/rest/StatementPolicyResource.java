package org.ninetyten.billing.statement.rest;

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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.statement.StatementPolicies;
import org.ninetyten.billing.statement.StatementPolicy;
import org.ninetyten.billing.statement.WriteStatementPolicy;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** The numbers of statements and disputes. */
@Path("/v1/statement-policies")
@Tag(name = "Statements")
class StatementPolicyResource {

    private static final int LAST_YEAR = 9999;

    private final StatementPolicies policies;
    private final WriteStatementPolicy write;
    private final Idempotency idempotency;
    private final Caller caller;

    StatementPolicyResource(
            StatementPolicies policies, WriteStatementPolicy write, Idempotency idempotency, Caller caller) {
        this.policies = policies;
        this.write = write;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "All versions of the policy of statements and disputes, the latest first")
    public List<PolicyResponse> all() {
        return policies.all().stream().map(PolicyResponse::from).toList();
    }

    @POST
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(
            summary = "Write a version for days to come",
            description = "What was stated under an older version stays as it is.")
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content = @Content(schema = @Schema(implementation = PolicyResponse.class)))
    public Response write(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull PolicyRequest request) {
        if (request.validFrom().getYear() > LAST_YEAR) {
            throw ProblemException.invalid("validFrom", "is too far away");
        }
        return idempotency.once(
                key,
                request,
                () -> Response.status(Response.Status.CREATED)
                        .entity(PolicyResponse.from(write.handle(request.draft(), request.why(), caller.name())))
                        .build());
    }

    /** One version. */
    @Schema(name = "StatementPolicyResponse", examples = """
            {"version": 1, "validFrom": "2000-01-01", "closeAfterDays": 1, "objectionDays": 7, "payoutDays": 10,
             "disputeAnswerDays": 3}
            """)
    record PolicyResponse(
            int version,
            LocalDate validFrom,
            int closeAfterDays,
            int objectionDays,
            int payoutDays,
            int disputeAnswerDays) {

        static PolicyResponse from(StatementPolicy policy) {
            return new PolicyResponse(
                    policy.version(),
                    policy.validFrom(),
                    policy.closeAfterDays(),
                    policy.objectionDays(),
                    policy.payoutDays(),
                    policy.disputeAnswerDays());
        }
    }
}
