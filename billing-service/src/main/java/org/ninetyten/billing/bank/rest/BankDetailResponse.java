package org.ninetyten.billing.bank.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.bank.BankDetail;

/** Bank details, masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BankDetailResponse(
        UUID id,
        UUID partnerId,
        String currency,
        String kind,
        String country,

        @Schema(description = "The country of the IBAN and the last four characters.")
        String account,

        BankDetail.State state,
        Instant proposedAt,
        String proposedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String why,

        @Schema(description = "Before this no payout uses them.") @Nullable
        Instant usableFrom,

        @Schema(description = "From here on no payout uses them: others do, or they were withdrawn.") @Nullable
        Instant endedAt) {

    static BankDetailResponse from(BankDetail detail) {
        return new BankDetailResponse(
                detail.id(),
                detail.partnerId(),
                detail.currency(),
                detail.kind(),
                detail.country(),
                detail.masked(),
                detail.state(),
                detail.proposedAt(),
                detail.proposedBy(),
                detail.decidedAt(),
                detail.decidedBy(),
                detail.why(),
                detail.usableFrom(),
                detail.endedAt());
    }
}
