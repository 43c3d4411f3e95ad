package org.ninetyten.billing.accrual.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.FreezeReason;

/** What one line, refund or correction makes the vendor owe the partner, and where it is on its way. */
@Schema(examples = """
        {"id": "019ab0fa-1000-7a1a-8a1a-0a1b2c3d4e1a", "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "kind": "SALE",
         "dealId": "019ab0e8-2000-7b02-9b20-6b3c8d0e1f02", "lineId": "019ab0e8-3000-7c03-8c30-7c4d9e1f2003",
         "incomePoint": "LICENCE", "invoiceDate": "2026-11-23", "statementPeriod": "2026-11", "currency": "EUR",
         "amountMinor": 40000, "state": "HELD", "stateSince": "2026-11-23T10:15:00Z",
         "heldUntil": "2026-12-23T00:00:00Z", "postedAt": "2026-11-23T10:15:00Z",
         "trace": {"rule": "licence-business", "planVersion": 1, "baseMinor": 100000, "rateBasisPoints": 4000}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccrualResponse(
        UUID id,
        UUID partnerId,
        Accrual.Kind kind,

        @Schema(description = "The line's own accrual, of a refund or correction of it.") @Nullable
        UUID parentId,

        @Nullable UUID dealId,
        @Nullable UUID lineId,
        @Nullable String incomePoint,

        @Schema(description = "The refund or claim that it is for.") @Nullable
        UUID reference,

        LocalDate invoiceDate,

        @Schema(description = "The month of the invoice date in the partner's zone.", examples = "2026-11")
        String statementPeriod,

        String currency,

        @Schema(description = "Negative: the partner owes the vendor.")
        long amountMinor,

        @Schema(description = "Why it is nothing, when it is nothing.") @Nullable
        String zeroReason,

        AccrualState state,
        Instant stateSince,
        @Nullable String stateReason,
        @Nullable Instant heldUntil,
        @Nullable FreezeReason frozenFor,
        @Nullable Instant frozenUntil,
        @Nullable UUID statementId,
        @Nullable UUID journalEntryId,
        Instant postedAt,

        @Schema(implementation = Object.class, description = "How the sum was made, so that anybody can do it again.")
        @JsonRawValue
        @Nullable
        String trace,

        @Schema(description = "All moves after the first state; only in the answer for one accrual.") @Nullable
        List<AccrualQueries.Move> moves) {

    /** Without its moves. */
    public static AccrualResponse from(AccrualQueries.View view) {
        return from(view, null);
    }

    static AccrualResponse from(AccrualQueries.View view, @Nullable List<AccrualQueries.Move> moves) {
        return new AccrualResponse(
                view.id(),
                view.partnerId(),
                view.kind(),
                view.parentId(),
                view.dealId(),
                view.lineId(),
                view.incomePoint(),
                view.reference(),
                view.invoiceDate(),
                view.statementPeriod().toString(),
                view.currency(),
                view.amountMinor(),
                view.zeroReason(),
                view.state(),
                view.stateSince(),
                view.stateReason(),
                view.heldUntil(),
                view.frozenFor(),
                view.frozenUntil(),
                view.statementId(),
                view.journalEntryId(),
                view.postedAt(),
                view.trace(),
                moves);
    }
}
