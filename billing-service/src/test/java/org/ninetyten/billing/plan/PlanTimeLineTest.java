package org.ninetyten.billing.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.accrual.Accruals;

class PlanTimeLineTest {

    @Test
    void theLastHoldOfAMonthIsThatOfItsLastDay() {
        PlanTimeLine timeLine = new PlanTimeLine(List.of(StandardPlan.plan()));
        assertEquals(LocalDate.parse("2026-04-30"), timeLine.lastHoldEnds(YearMonth.parse("2026-03")));
        // Thirty days after the last of January February is over already.
        assertEquals(LocalDate.parse("2026-03-02"), timeLine.lastHoldEnds(YearMonth.parse("2026-01")));
        // Before the first plan nothing was sold.
        assertEquals(LocalDate.parse("1999-12-31"), timeLine.lastHoldEnds(YearMonth.parse("1999-12")));
    }

    @Property(tries = 2_000)
    void noLineOfTheMonthIsHeldLongerAndOneIsHeldThatLong(
            @ForAll @IntRange(max = 40_000) int month,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 365) Integer> holdDays,
            @ForAll @IntRange(min = 1, max = 40) int daysOfAVersion) {
        YearMonth period = YearMonth.of(2000, 1).plusMonths(month);
        PlanTimeLine timeLine = new PlanTimeLine(IntStream.range(0, holdDays.size())
                .mapToObj(version -> heldFor(
                        version + 1, period.atDay(1).plusDays((long) version * daysOfAVersion), holdDays.get(version)))
                .toList());
        LocalDate last = timeLine.lastHoldEnds(period);
        List<LocalDate> ends = period.atDay(1)
                .datesUntil(period.plusMonths(1).atDay(1))
                .map(day -> LocalDate.ofInstant(
                        Accruals.heldUntil(day, timeLine.on(day).terms().holdDays()), ZoneOffset.UTC))
                .toList();
        assertTrue(ends.stream().noneMatch(end -> end.isAfter(last)));
        assertTrue(ends.contains(last));
    }

    private static SplitPlan heldFor(int version, LocalDate validFrom, int days) {
        return new SplitPlan(
                version,
                "Any",
                validFrom,
                new PlanTerms(Currency.getInstance("EUR"), 1000, 2, days, 12, 5000, 14, 20000, 10, 12),
                StandardPlan.plan().rules(),
                List.of());
    }
}
