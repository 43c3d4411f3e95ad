package org.ninetyten.billing.plan.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a version is taken back. */
@Schema(examples = "{\"why\": \"The board has not decided yet.\"}")
record WithdrawRequest(@NotBlank @Size(max = 1000) String why) {}
