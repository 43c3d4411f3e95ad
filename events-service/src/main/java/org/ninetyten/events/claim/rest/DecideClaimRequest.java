package org.ninetyten.events.claim.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;
import org.ninetyten.events.claim.DecideClaim.LineDecision;

/** The decision of every line of a claim. */
@Schema(examples = """
        {"lines": [{"lineId": "0193a1b2-0000-7000-8000-0000000000f1", "eligibleMinor": 200000},
                  {"lineId": "0193a1b2-0000-7000-8000-0000000000f2", "eligibleMinor": 100001,
                   "reason": "Alcohol is not eligible"}]}
        """)
public record DecideClaimRequest(@NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** What is eligible of a line. */
    @Schema(name = "LineDecision")
    public record Line(
            @NotNull UUID lineId,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long eligibleMinor,

            @Schema(description = "Needed when less than the whole line is eligible.")
            @Nullable
            @Size(max = 500)
            @Pattern(regexp = Texts.LINES)
            String reason) {}

    List<LineDecision> toDecisions() {
        return lines.stream()
                .map(line -> new LineDecision(line.lineId(), line.eligibleMinor(), line.reason()))
                .toList();
    }
}
