package org.ninetyten.billing.legalentity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;

/** All days but Saturday, Sunday and holidays. Days are those of UTC, as everywhere in deadlines of billing. */
public final class WorkingDays {

    private final Set<LocalDate> holidays;

    private WorkingDays(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    public static WorkingDays without(Collection<LocalDate> holidays) {
        return new WorkingDays(Set.copyOf(holidays));
    }

    /** Whether people work on that day. */
    public boolean has(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The same time of day, so many working days later. */
    public Instant after(Instant start, int days) {
        Instant end = start;
        int left = days;
        while (left > 0) {
            end = end.plus(Duration.ofDays(1));
            if (has(LocalDate.ofInstant(end, ZoneOffset.UTC))) {
                left--;
            }
        }
        return end;
    }
}
