package org.ninetyten.billing.payout.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.payout.Payout;
import org.ninetyten.billing.payout.PayoutState;
import org.ninetyten.billing.payout.Payouts;

/** A payout; what only the vendor needs to know is absent for partners. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutResponse(
        UUID id,
        UUID partnerId,
        String currency,
        long amountMinor,
        PayoutState state,

        @Schema(description = "Less than the minimum, and waiting for too long or of a partner that has left.")
        boolean forced,

        Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Why it failed or was cancelled.") @Nullable
        String reason,

        @Nullable UUID runId,
        @Nullable Integer approvalsNeeded,
        @Nullable List<String> approvedBy,
        @Nullable UUID batchId,
        @Nullable String bankStatus,
        @Nullable String evidence,
        @Nullable String draftedBy,
        @Nullable String endedBy,
        @Nullable List<Line> lines) {

    /** An accrual that the payout pays. */
    record Line(UUID accrualId, long amountMinor) {}

    static PayoutResponse forVendor(
            Payout payout, @Nullable List<String> approvers, @Nullable List<Payouts.Line> lines) {
        return new PayoutResponse(
                payout.id(),
                payout.partnerId(),
                payout.currency().getCurrencyCode(),
                payout.amountMinor(),
                payout.state(),
                payout.forced(),
                payout.draftedAt(),
                payout.submittedAt(),
                payout.endedAt(),
                payout.reason(),
                payout.runId(),
                payout.approvals(),
                approvers,
                payout.batchId(),
                payout.bankStatus(),
                payout.evidence(),
                payout.draftedBy(),
                payout.endedBy(),
                lines(lines));
    }

    static PayoutResponse forPartner(Payout payout, @Nullable List<Payouts.Line> lines) {
        return new PayoutResponse(
                payout.id(),
                payout.partnerId(),
                payout.currency().getCurrencyCode(),
                payout.amountMinor(),
                payout.state(),
                payout.forced(),
                payout.draftedAt(),
                payout.submittedAt(),
                payout.endedAt(),
                payout.reason(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lines(lines));
    }

    private static @Nullable List<Line> lines(@Nullable List<Payouts.Line> lines) {
        return lines == null
                ? null
                : lines.stream()
                        .map(line -> new Line(line.accrualId(), line.amountMinor()))
                        .toList();
    }
}
