package org.ninetyten.billing.statement.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.statement.CloseMonth;
import org.ninetyten.billing.statement.MonthClose;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** The close of a month. */
@Path("/v1/month-closes/{period}")
@Tag(name = "Statements")
class MonthCloseResource {

    private final CloseMonth close;
    private final Caller caller;

    MonthCloseResource(CloseMonth close, Caller caller) {
        this.close = close;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "How far the close of a month is")
    public MonthCloseResponse one(@PathParam("period") @Parameter(example = "2026-09") @Size(max = 10) String period) {
        return close.find(Months.of("period", period))
                .map(MonthCloseResponse::from)
                .orElseThrow(() -> ProblemException.notFound("month close", period));
    }

    @PUT
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Close a month, or go on with its close: each partner gets its statement", description = """
                    The service does it by itself on the first day that the policy allows. A closed month stays as it \
                    is, so the call may be repeated.""")
    public MonthCloseResponse close(
            @PathParam("period") @Parameter(example = "2026-09") @Size(max = 10) String period) {
        return MonthCloseResponse.from(close.handle(Months.of("period", period), caller.name()));
    }

    /** How far the close of a month is. */
    @Schema(examples = """
            {"period": "2026-09", "startedAt": "2026-11-01T00:10:00Z", "startedBy": "close of the month", "statements": 23117,
             "portions": 6, "doneAt": "2026-11-01T00:10:19Z"}
            """)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MonthCloseResponse(
            String period,
            Instant startedAt,
            String startedBy,

            @Schema(description = "Issued so far.") int statements,

            int portions,

            @Schema(description = "Absent while it isn't finished.") @Nullable
            Instant doneAt) {

        static MonthCloseResponse from(MonthClose close) {
            return new MonthCloseResponse(
                    close.period().toString(),
                    close.startedAt(),
                    close.startedBy(),
                    close.statements(),
                    close.portions(),
                    close.doneAt());
        }
    }
}
