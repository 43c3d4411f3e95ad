package org.ninetyten.billing.statement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.statement.StatementLine;

/** One line of a statement. */
@Schema(examples = """
        {"ordinal": 1, "kind": "SALE", "accrualId": "019ab0fa-1000-7a1a-8a1a-0a1b2c3d4e1a",
         "dealId": "019ab0e8-2000-7b02-9b20-6b3c8d0e1f02", "lineId": "019ab0e8-3000-7c03-8c30-7c4d9e1f2003",
         "incomePoint": "LICENCE", "invoiceDate": "2026-09-23", "amountMinor": 40000, "accrualState": "STATED",
         "trace": {"rule": "licence-business", "planVersion": 1, "baseMinor": 100000, "rateBasisPoints": 4000}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementLineResponse(
        int ordinal,
        StatementLine.Kind kind,

        @Schema(description = "A dispute names it; absent for a payout.") @Nullable
        UUID accrualId,

        @Nullable UUID dealId,
        @Nullable UUID lineId,

        @Schema(description = "The refund, claim, dispute or debt that it is for.") @Nullable
        UUID reference,

        @Nullable String incomePoint,
        @Nullable LocalDate invoiceDate,
        long amountMinor,

        @Schema(description = "Why it is nothing, when it is nothing.") @Nullable
        String zeroReason,

        @Schema(description = "Where the line is by now.") @Nullable
        String accrualState,

        @Nullable UUID journalEntryId,

        @Schema(description = "How the sum was made.", implementation = Object.class) @JsonRawValue @Nullable
        String trace) {

    static StatementLineResponse from(StatementLine line) {
        return new StatementLineResponse(
                line.ordinal(),
                line.kind(),
                line.accrualId(),
                line.dealId(),
                line.lineId(),
                line.reference(),
                line.incomePoint(),
                line.invoiceDate(),
                line.amountMinor(),
                line.zeroReason(),
                line.accrualState(),
                line.journalEntryId(),
                line.trace());
    }
}
