package org.ninetyten.billing.bank.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a proposal is refused. */
record RejectRequest(@NotBlank @Size(max = 1000) String why) {}
