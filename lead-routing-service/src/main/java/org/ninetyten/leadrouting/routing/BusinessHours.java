package org.ninetyten.leadrouting.routing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The hours in which a partner is expected to answer, on its own wall clock. */
public record BusinessHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    public BusinessHours {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("Business hours need a day, and must open before they close.");
        }
    }

    /**
     * The instant at which so many business minutes have passed. Minutes are real ones: a clock that is put back
     * inside the hours gives that day an hour more.
     */
    public Instant plusMinutes(Instant from, int minutes, ZoneId zone) {
        if (minutes <= 0) {
            throw new IllegalArgumentException("Time to answer must be positive.");
        }
        Duration left = Duration.ofMinutes(minutes);
        Instant now = from;
        LocalDate day = from.atZone(zone).toLocalDate();
        while (true) {
            if (days.contains(day.getDayOfWeek())) {
                Instant opening = day.atTime(opens).atZone(zone).toInstant();
                Instant closing = day.atTime(closes).atZone(zone).toInstant();
                Instant start = now.isBefore(opening) ? opening : now;
                if (start.isBefore(closing)) {
                    Duration today = Duration.between(start, closing);
                    if (left.compareTo(today) <= 0) {
                        return start.plus(left);
                    }
                    left = left.minus(today);
                }
                now = closing.isAfter(now) ? closing : now;
            }
            day = day.plusDays(1);
        }
    }
}
