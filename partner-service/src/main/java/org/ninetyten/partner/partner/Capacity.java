package org.ninetyten.partner.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many leads a partner wants: open at once, in 30 days, or none while it pauses. */
public record Capacity(
        @NotNull @Min(0) @Max(100_000) Integer openLeadCap,
        @NotNull @Min(0) @Max(100_000) Integer quota30Days,
        boolean paused) {}
