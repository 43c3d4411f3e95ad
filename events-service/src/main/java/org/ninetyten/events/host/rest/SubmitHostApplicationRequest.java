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
@Schema(examples = """
        {"partnerId": "0193a1b2-0000-7000-8000-0000000000a1", "region": "CIS", "year": 2026, "city": "Kazan",
         "country": "RU", "topic": "Integration in practice", "title": "Ninety per cent is yours",
         "startsAt": "2026-12-15T10:00:00", "timeZone": "Europe/Moscow", "capacity": 60,
         "plan": "Two talks and a workshop.", "costMinor": 400000, "currency": "EUR"}
        """)
public record SubmitHostApplicationRequest(
        @NotNull UUID partnerId,

        @Schema(description = "The budget to pay from; otherwise the one of the year, region and currency.") @Nullable
        UUID budgetId,

        @NotNull Region region,

        @NotNull @Min(2000) @Max(2200) Integer year,

        @NotBlank @Size(max = 100) @Pattern(regexp = Texts.LINE)
        String city,

        @NotNull @Pattern(regexp = "[A-Z]{2}") String country,

        @NotBlank @Size(max = 80) @Pattern(regexp = Texts.LINE)
        String topic,

        @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE)
        String title,

        @NotNull @Schema(description = "Wall time of the start in timeZone, without offset.")
        LocalDateTime startsAt,

        @NotNull @Size(max = 60) String timeZone,

        @NotNull @Min(1) @Max(100_000) Integer capacity,

        @NotBlank @Size(max = 5000) @Pattern(regexp = Texts.LINES)
        String plan,

        @NotNull @Min(1) @Max(1_000_000_000_000_000L) @Schema(description = "The expected cost.")
        Long costMinor,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

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
