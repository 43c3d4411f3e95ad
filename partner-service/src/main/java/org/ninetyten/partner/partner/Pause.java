package org.ninetyten.partner.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a partner wants no leads.
 *
 * @param from the first day without leads, in the partner's time zone; null when it has begun
 * @param until the first day with leads again; null when somebody has to end it
 * @param reason why, for the vendor; not published
 */
public record Pause(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason) {

    boolean hasBegunOn(LocalDate day) {
        return from == null || !day.isBefore(from);
    }

    boolean isOverOn(LocalDate day) {
        return until != null && !day.isBefore(until);
    }
}
