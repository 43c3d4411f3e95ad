package org.ninetyten.billing.statement.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.statement.StatementPolicy;

/** A further version of the policy. */
@Schema(name = "StatementPolicyRequest", examples = """
        {"validFrom": "2027-01-01", "closeAfterDays": 1, "objectionDays": 7, "payoutDays": 10, "disputeAnswerDays": 3,
         "why": "As agreed with the partner council."}
        """)
record PolicyRequest(
        @NotNull LocalDate validFrom,

        @Schema(
                description =
                        "From the day on which the last hold of the month's lines ends to the close of the month.")
        @NotNull
        @Min(1)
        @Max(90)
        Integer closeAfterDays,

        @NotNull @Min(1) @Max(60) Integer objectionDays,

        @Schema(
                description =
                        "From the day on which the last hold of the month's lines ends to the day by which a statement is paid.")
        @NotNull
        @Min(1)
        @Max(90)
        Integer payoutDays,

        @Schema(description = "Working days.") @NotNull @Min(1) @Max(60)
        Integer disputeAnswerDays,

        @NotBlank @Size(max = 1000) String why) {

    StatementPolicy draft() {
        return new StatementPolicy(0, validFrom, closeAfterDays, objectionDays, payoutDays, disputeAnswerDays);
    }
}
