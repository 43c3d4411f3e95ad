package org.ninetyten.events.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 15);

    @Test
    void tenWorkingDaysAreTwoWeeks() {
        assertEquals(LocalDate.of(2026, 12, 1), WorkingDays.before(TUESDAY, 10));
    }

    @Test
    void aWeekendIsSkipped() {
        assertEquals(LocalDate.of(2026, 12, 11), WorkingDays.before(TUESDAY, 2));
        assertEquals(LocalDate.of(2026, 12, 11), WorkingDays.before(LocalDate.of(2026, 12, 13), 1));
    }

    @Test
    void noLeadTimeIsTheDayItself() {
        assertEquals(TUESDAY, WorkingDays.before(TUESDAY, 0));
    }

    @Property
    void everyFiveWorkingDaysAreOneWeek(@ForAll @IntRange(max = 3_000) int day, @ForAll @IntRange(max = 20) int weeks) {
        LocalDate anyWeekday = TUESDAY.plusWeeks(day).plusDays(day % 3);
        assertEquals(anyWeekday.minusWeeks(weeks), WorkingDays.before(anyWeekday, 5 * weeks));
        assertTrue(WorkingDays.before(anyWeekday, 5 * weeks + 1).isBefore(anyWeekday.minusWeeks(weeks)));
    }
}
