package org.ninetyten.billing.accrual.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A suspicion about one line. */
@Schema(examples = "{\"why\": \"The customer denies the order.\", \"until\": \"2026-12-12T12:00:00Z\"}")
record FreezeRequest(
        @NotBlank @Size(max = 1000) String why,

        @Schema(description = "When the line goes on if nobody decides; absent: the plan's days from now.") @Nullable
        Instant until) {}
