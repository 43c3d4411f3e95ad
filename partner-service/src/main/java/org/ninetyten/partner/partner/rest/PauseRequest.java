package org.ninetyten.partner.partner.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Pause;
import org.ninetyten.partner.vocabulary.PlainText;

/** For how long a partner wants no leads, and why. Days are those of its own time zone. No personal data. */
@Schema(examples = """
        {"from": "2026-12-24", "until": "2027-01-11", "reason": "Everybody is on holiday."}
        """)
public record PauseRequest(
        @Schema(description = "The first day without leads; at once if it is absent.") @Nullable
        LocalDate from,

        @Schema(description = "The first day with leads again; absent when somebody will end the pause.") @Nullable
        LocalDate until,

        @NotNull @PlainText(lines = true) @Size(max = 1000) String reason) {

    Pause toPause() {
        return new Pause(from, until, reason);
    }
}
