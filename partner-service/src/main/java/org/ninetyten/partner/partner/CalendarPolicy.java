package org.ninetyten.partner.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of the rules for calendars. */
@Entity
@Immutable
public class CalendarPolicy {

    @Id
    private int version;

    private LocalDate validFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private Calendar standardCalendar;

    private int longestClosureDays;
    private int mostHolidays;

    @SuppressWarnings("NullAway.Init")
    protected CalendarPolicy() {}

    CalendarPolicy(
            int version, LocalDate validFrom, Calendar standardCalendar, int longestClosureDays, int mostHolidays) {
        this.version = version;
        this.validFrom = validFrom;
        this.standardCalendar = standardCalendar;
        this.longestClosureDays = longestClosureDays;
        this.mostHolidays = mostHolidays;
    }

    public int version() {
        return version;
    }

    /** The first day on which it decides. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** The calendar that a new partner begins with. */
    Calendar standardCalendar() {
        return standardCalendar;
    }

    int longestClosureDays() {
        return longestClosureDays;
    }

    int mostHolidays() {
        return mostHolidays;
    }
}
