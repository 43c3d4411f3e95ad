package org.ninetyten.events.host;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts days from Monday to Friday. */
final class WorkingDays {

    private WorkingDays() {}

    /** The last day with at least the given number of working days from it to the given day. */
    static LocalDate before(LocalDate day, int workingDays) {
        LocalDate result = day;
        int counted = 0;
        while (counted < workingDays) {
            result = result.minusDays(1);
            if (isWorkingDay(result)) {
                counted++;
            }
        }
        return result;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
