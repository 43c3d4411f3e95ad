package org.ninetyten.billing.legalentity;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A company of the vendor. It bills the partners of its region, or those of all regions that no other company has.
 *
 * @param code its name in statements and numbers; never changes
 * @param numberPrefix what its self-billing numbers begin with; never changes
 * @param country ISO 3166-1 alpha-2; null until finance has said it
 * @param region null for the one that has all other regions
 * @param holidays in the order of their days
 * @param version grows with each change
 */
public record LegalEntity(
        String code,
        String name,
        String numberPrefix,
        @Nullable String country,
        @Nullable String region,
        List<Holiday> holidays,
        int version) {

    public LegalEntity {
        NavigableMap<LocalDate, Holiday> byDay = new TreeMap<>();
        for (Holiday holiday : holidays) {
            byDay.put(holiday.day(), holiday);
        }
        holidays = List.copyOf(byDay.values());
    }

    /** A day on which its people don't work. */
    public record Holiday(LocalDate day, String name) {}

    /** The days on which its people work. */
    public WorkingDays workingDays() {
        return WorkingDays.without(holidays.stream().map(Holiday::day).toList());
    }
}
