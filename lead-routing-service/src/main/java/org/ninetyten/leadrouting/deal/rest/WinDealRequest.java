package org.ninetyten.leadrouting.deal.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the deal was won. */
record WinDealRequest(
        @Schema(description = "The invoice date; today at the partner's when absent.") @Nullable
        LocalDate closedOn) {}
