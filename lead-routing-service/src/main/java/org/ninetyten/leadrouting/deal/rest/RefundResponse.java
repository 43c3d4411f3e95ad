package org.ninetyten.leadrouting.deal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Refund;
import org.ninetyten.leadrouting.deal.RefundReason;

/** One refund of a deal. Amounts are positive, in minor units of the deal's currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundResponse(
        UUID id,
        UUID dealId,
        LocalDate refundedOn,
        RefundReason reason,
        @Nullable String note,

        @Schema(description = "What is given back without tax.")
        long netMinor,

        @Schema(description = "Tax that is given back with it.")
        long taxMinor,

        List<Refund.Line> lines,
        Instant refundedAt) {

    /** All refunds of a deal. */
    record All(List<RefundResponse> refunds) {}

    static RefundResponse from(Refund refund) {
        return new RefundResponse(
                refund.id(),
                refund.dealId(),
                refund.refundedOn(),
                refund.reason(),
                refund.note(),
                refund.netMinor(),
                refund.taxMinor(),
                refund.lines(),
                refund.refundedAt());
    }
}
