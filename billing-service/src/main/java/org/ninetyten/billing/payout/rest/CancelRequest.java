package org.ninetyten.billing.payout.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a payout is taken back. */
record CancelRequest(@NotBlank @Size(max = 1000) String why) {}
