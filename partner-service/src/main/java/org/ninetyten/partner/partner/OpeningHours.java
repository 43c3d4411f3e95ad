package org.ninetyten.partner.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours of one day of the week on the partner's wall clock, from the first minute up to, and without, the last. */
public record OpeningHours(
        @NotNull DayOfWeek day,

        @Schema(examples = "09:00")
        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "must be a time such as 09:00")
        String opens,

        @Schema(description = "24:00 is the end of the day.", examples = "18:00")
        @NotNull
        @Pattern(
                regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00",
                message = "must be a time such as 18:00, at most 24:00")
        String closes) {

    /** Whether it closes later on the same day than it opens. Hours over midnight are written as two. */
    @JsonIgnore
    boolean isInOrder() {
        return opens.compareTo(closes) < 0;
    }

    boolean overlaps(OpeningHours other) {
        return day == other.day && opens.compareTo(other.closes) < 0 && other.opens.compareTo(closes) < 0;
    }
}
