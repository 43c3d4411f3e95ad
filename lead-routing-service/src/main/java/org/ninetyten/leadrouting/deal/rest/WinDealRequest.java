package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** When the deal was won: the invoice date. */
record WinDealRequest(@NotNull LocalDate closedOn) {}
