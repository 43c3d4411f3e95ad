package org.ninetyten.leadrouting.trial.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.trial.QualificationPolicy;
import org.ninetyten.leadrouting.trial.SignalType;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** A new version of the qualification policy. */
record QualificationPolicyRequest(
        @NotNull @Size(max = 100) @Known(Code.TEXT) String name,

        @Schema(description = "From then on, until the next version's; not in the past.") @NotNull
        Instant validFrom,

        @Schema(description = "Why it is changed, for the audit record.") @NotNull @Size(max = 1000) @Known(Code.LINES)
        String why,

        @NotNull @Valid RulesRequest rules) {

    /** The figures. */
    record RulesRequest(
            @Schema(description = "In points. A trial with so many makes a lead.") @NotNull @Min(1) @Max(100_000)
            Integer threshold,

            @Schema(description = "Older signals count nothing.") @NotNull @Min(1) @Max(730)
            Integer windowDays,

            @Schema(description = "Older signals are deleted. At least the window.") @NotNull @Min(1) @Max(3_650)
            Integer retentionDays,

            @Schema(description = "How far ahead of the clock a signal may have occurred.")
            @NotNull
            @Min(0)
            @Max(86_400)
            Integer clockToleranceSeconds,

            @Schema(description = "By type of signal. A type that is not named counts nothing.") @NotEmpty
            Map<@NotNull SignalType, @NotNull @Valid WeightRequest> weights) {}

    /** What the signals of one type are worth. */
    record WeightRequest(
            @Schema(description = "What a signal is worth that has just occurred and whose value saturates.")
            @NotNull
            @Min(0)
            @Max(1_000)
            Integer points,

            @Schema(description = "Below this value a signal is worth a part of its points, in proportion.")
            @NotNull
            @Min(1)
            @Max(1_000_000_000)
            Long saturatesAt,

            @Schema(description = "After each of them a signal is worth half of what it was.")
            @NotNull
            @Min(1)
            @Max(3_650)
            Integer halfLifeDays,

            @Schema(description = "All signals of the type together are worth no more.") @NotNull @Min(0) @Max(100_000)
            Integer maxPoints) {}

    QualificationPolicy.Rules toRules() {
        return new QualificationPolicy.Rules(
                rules.threshold(),
                rules.windowDays(),
                rules.retentionDays(),
                rules.clockToleranceSeconds(),
                rules.weights().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                weight -> new QualificationPolicy.Weight(
                                        weight.getValue().points(),
                                        weight.getValue().saturatesAt(),
                                        weight.getValue().halfLifeDays(),
                                        weight.getValue().maxPoints()))));
    }
}
