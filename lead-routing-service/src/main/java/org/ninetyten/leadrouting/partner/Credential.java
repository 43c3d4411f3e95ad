package org.ninetyten.leadrouting.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A competency that somebody at the partner has proved, and for how long it counts. */
public record Credential(
        IncomePoint competency,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    /** A credential counts on its last day and no longer. */
    public boolean livesOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
