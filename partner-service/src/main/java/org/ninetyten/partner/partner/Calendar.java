package org.ninetyten.partner.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.messaging.http.ProblemException;

/**
 * When a partner works, on its own wall clock: a week of hours and the days on which it does not work.
 *
 * @param week at most {@value #MOST_HOURS} stretches of hours, none over another
 * @param holidays each day once, in the order of the days
 */
@Schema(examples = """
        {"week": [{"day": "MONDAY", "opens": "09:00", "closes": "13:00"}, {"day": "MONDAY", "opens": "14:00", "closes": "18:00"},
                  {"day": "TUESDAY", "opens": "09:00", "closes": "18:00"}],
         "holidays": [{"date": "2026-12-16", "name": "Independence Day"}]}
        """)
public record Calendar(
        @NotNull @Size(min = 1, max = MOST_HOURS) List<@NotNull @Valid OpeningHours> week,
        @NotNull @Size(max = MOST_HOLIDAYS) List<@NotNull @Valid Holiday> holidays) {

    /** Far more than anybody works; it bounds what is stored. */
    static final int MOST_HOURS = 7 * 12;

    /** The bound of the policy may be lower. */
    static final int MOST_HOLIDAYS = 400;

    /** Years that are not mistyped. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2100;

    private static final Comparator<OpeningHours> IN_ORDER =
            Comparator.comparing(OpeningHours::day).thenComparing(OpeningHours::opens);

    /** The same calendar in order, when it makes sense by itself and under the policy. */
    Calendar checked(CalendarPolicy policy) {
        for (int i = 0; i < week.size(); i++) {
            if (!week.get(i).isInOrder()) {
                throw ProblemException.invalid(
                        "week[" + i + "].closes", "must be later than opens; hours over midnight are written as two");
            }
            for (int other = 0; other < i; other++) {
                if (week.get(i).overlaps(week.get(other))) {
                    throw ProblemException.invalid("week[" + i + "]", "overlaps week[" + other + "]");
                }
            }
        }
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < holidays.size(); i++) {
            int year = holidays.get(i).date().getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw ProblemException.invalid(
                        "holidays[" + i + "].date", "must be of a year from " + FIRST_YEAR + " to " + LAST_YEAR);
            }
            if (!dates.add(holidays.get(i).date())) {
                throw ProblemException.invalid("holidays[" + i + "].date", "is there twice");
            }
        }
        if (holidays.size() > policy.mostHolidays()) {
            throw ProblemException.invalid("holidays", "must be at most " + policy.mostHolidays());
        }
        refuseLongClosure(dates, policy.longestClosureDays());
        return new Calendar(
                week.stream().sorted(IN_ORDER).toList(),
                holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList());
    }

    private void refuseLongClosure(Set<LocalDate> dates, int longestDays) {
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        week.forEach(hours -> open.add(hours.day()));
        Set<LocalDate> seen = new HashSet<>();
        for (LocalDate holiday : dates) {
            if (seen.contains(holiday)) {
                continue;
            }
            LocalDate first = holiday;
            while (isClosed(first.minusDays(1), open, dates)) {
                first = first.minusDays(1);
            }
            LocalDate day = first;
            while (isClosed(day, open, dates)) {
                seen.add(day);
                day = day.plusDays(1);
            }
            if (ChronoUnit.DAYS.between(first, day) > longestDays) {
                throw ProblemException.invalid(
                        "holidays", "must not close the partner for more than " + longestDays + " days on end");
            }
        }
    }

    private static boolean isClosed(LocalDate day, Set<DayOfWeek> open, Set<LocalDate> holidays) {
        return !open.contains(day.getDayOfWeek()) || holidays.contains(day);
    }
}
