package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.ninetyten.leadrouting.deal.LostReason;

/** Why and when the deal was lost. */
record LoseDealRequest(@NotNull LostReason reason, @NotNull LocalDate closedOn) {}
