package org.ninetyten.leadrouting.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

/** The hours in which a partner without a calendar of its own is expected to answer, on its wall clock. */
public record BusinessHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    public BusinessHours {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("Business hours need a day, and must open before they close.");
        }
    }

    /** The same hours as a calendar without holidays. */
    public BusinessCalendar calendar() {
        return BusinessCalendar.weekly(days, new Opening(minute(opens), minute(closes)));
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    /** The instant at which so many business minutes have passed. */
    public Instant plusMinutes(Instant from, int minutes, ZoneId zone) {
        return calendar().plusMinutes(from, minutes, zone);
    }
}
