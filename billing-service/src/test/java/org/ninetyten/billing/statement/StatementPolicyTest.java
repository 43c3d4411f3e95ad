package org.ninetyten.billing.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StatementPolicyTest {

    private static final StatementPolicy POLICY = new StatementPolicy(1, LocalDate.parse("2000-01-01"), 1, 7, 10, 3);

    @Test
    void marchClosesTheDayAfterTheLastHoldOfItsLinesAndIsPaidNineDaysLater() {
        LocalDate closes = POLICY.closesOn(LocalDate.parse("2026-04-30"));
        assertEquals(LocalDate.parse("2026-05-01"), closes);
        assertEquals(LocalDate.parse("2026-05-10"), POLICY.payoutDue(closes));
    }

    @Test
    void aWeekendDoesNotCountForTheAnswer() {
        // A Thursday evening: Friday, Monday, Tuesday.
        assertEquals(Instant.parse("2026-11-17T18:00:00Z"), POLICY.answerDue(Instant.parse("2026-11-12T18:00:00Z")));
    }

    @Property(tries = 1000)
    void anAnswerIsDueOnAWorkingDayAfterSoManyOfThem(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @IntRange(min = 1, max = 20) int days) {
        StatementPolicy policy = new StatementPolicy(1, LocalDate.EPOCH, 1, 7, 10, days);
        Instant opened = Instant.ofEpochSecond(second);
        Instant due = policy.answerDue(opened);
        long working = LocalDate.ofInstant(opened, ZoneOffset.UTC)
                .plusDays(1)
                .datesUntil(LocalDate.ofInstant(due, ZoneOffset.UTC).plusDays(1))
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
        assertEquals(days, working);
        assertTrue(due.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue());
    }
}
