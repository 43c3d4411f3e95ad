package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.LostReason;

/** Why and when the deal was lost. */
record LoseDealRequest(
        @NotNull LostReason reason,

        @Schema(description = "The day; today at the partner's when absent.") @Nullable
        LocalDate closedOn) {}
