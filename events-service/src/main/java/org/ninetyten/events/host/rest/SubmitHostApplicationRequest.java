package org.ninetyten.events.host.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;
import org.ninetyten.events.budget.Region;
import org.ninetyten.events.host.HostProposal;

/** A partner's application to host an event. */
public record SubmitHostApplicationRequest(
        @NotNull UUID partnerId,

        @Schema(description = "The budget to pay from; otherwise the one of the year, region and currency.") @Nullable
        UUID budgetId,

        @NotNull Region region,

        @NotNull @Min(2000) @Max(2200) @Schema(examples = "2026")
        Integer year,

        @NotBlank @Size(max = 100) @Pattern(regexp = Texts.LINE) @Schema(examples = "Kazan")
        String city,

        @NotNull @Pattern(regexp = "[A-Z]{2}") @Schema(examples = "RU")
        String country,

        @NotBlank @Size(max = 80) @Pattern(regexp = Texts.LINE) @Schema(examples = "Integration in practice")
        String topic,

        @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE) @Schema(examples = "Ninety per cent is yours")
        String title,

        @NotNull
        @Schema(description = "Wall time of the start in timeZone, without offset.", examples = "2026-12-15T10:00:00")
        LocalDateTime startsAt,

        @NotNull @Size(max = 60) @Schema(examples = "Europe/Moscow")
        String timeZone,

        @NotNull @Min(1) @Max(100_000) @Schema(examples = "60")
        Integer capacity,

        @NotBlank @Size(max = 5000) @Pattern(regexp = Texts.LINES) @Schema(examples = "Two talks and a workshop.")
        String plan,

        @NotNull @Min(1) @Max(1_000_000_000_000_000L) @Schema(description = "The expected cost.", examples = "400000")
        Long costMinor,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
        String currency) {

    HostProposal toProposal() {
        return new HostProposal(
                region,
                year,
                city,
                country,
                topic,
                title,
                startsAt.truncatedTo(ChronoUnit.SECONDS),
                timeZone,
                capacity,
                plan,
                costMinor,
                currency);
    }
}
