package org.ninetyten.billing.legalentity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final Instant THURSDAY_EVENING = Instant.parse("2026-12-24T18:00:00Z");

    @Test
    void aWeekendDoesNotCount() {
        assertEquals(
                Instant.parse("2026-12-29T18:00:00Z"),
                WorkingDays.without(List.of()).after(THURSDAY_EVENING, 3));
    }

    @Test
    void aHolidayDoesNotCountEither() {
        WorkingDays days = WorkingDays.without(
                List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"), LocalDate.parse("2027-01-01")));
        // Friday is a holiday, Saturday one too and no working day anyway: Monday, Tuesday, Wednesday.
        assertEquals(Instant.parse("2026-12-30T18:00:00Z"), days.after(THURSDAY_EVENING, 3));
        assertEquals(Instant.parse("2027-01-04T18:00:00Z"), days.after(THURSDAY_EVENING, 5));
    }

    @Property(tries = 2_000)
    void soManyWorkingDaysAreOverAndTheLastOfThemIsOne(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @Size(max = 15) Set<@IntRange(min = 0, max = 40) Integer> holidays) {
        Instant start = Instant.ofEpochSecond(second);
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        Set<LocalDate> free = holidays.stream().map(first::plusDays).collect(Collectors.toUnmodifiableSet());
        Instant end = WorkingDays.without(free).after(start, count);
        LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
        long worked = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !free.contains(day))
                .count();
        assertEquals(count, worked);
        assertTrue(last.getDayOfWeek().getValue() <= 5 && !free.contains(last));
        assertEquals(
                start.atZone(ZoneOffset.UTC).toLocalTime(),
                end.atZone(ZoneOffset.UTC).toLocalTime());
    }
}
