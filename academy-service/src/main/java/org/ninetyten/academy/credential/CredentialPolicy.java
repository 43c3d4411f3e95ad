package org.ninetyten.academy.credential;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Level;

/** One version of how many months the credentials of each level count; no months: without end. */
public record CredentialPolicy(
        int version,
        @Nullable Integer basicMonths,
        @Nullable Integer specialistMonths,
        @Nullable Integer expertMonths) {

    /**
     * The last day on which a credential counts.
     *
     * @param ownMonths the course's own validity, which wins over the level's
     */
    public Optional<LocalDate> validUntil(Level level, @Nullable Integer ownMonths, LocalDate from) {
        Integer months = ownMonths != null
                ? ownMonths
                : switch (level) {
                    case BASIC -> basicMonths;
                    case SPECIALIST -> specialistMonths;
                    case EXPERT -> expertMonths;
                };
        return Optional.ofNullable(months).map(from::plusMonths);
    }
}
