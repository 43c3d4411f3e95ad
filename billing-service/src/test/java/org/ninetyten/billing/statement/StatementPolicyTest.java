package org.ninetyten.billing.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.legalentity.WorkingDays;

class StatementPolicyTest {

    private static final StatementPolicy POLICY = new StatementPolicy(1, LocalDate.parse("2000-01-01"), 1, 7, 10, 3);

    @Test
    void marchClosesTheDayAfterTheLastHoldOfItsLinesAndIsPaidNineDaysLater() {
        LocalDate closes = POLICY.closesOn(LocalDate.parse("2026-04-30"));
        assertEquals(LocalDate.parse("2026-05-01"), closes);
        assertEquals(LocalDate.parse("2026-05-10"), POLICY.payoutDue(closes));
    }

    @Test
    void aDisputeIsAnsweredOnTheThirdWorkingDay() {
        // A Thursday evening: Friday is a holiday, so Monday, Tuesday, Wednesday.
        assertEquals(
                Instant.parse("2026-11-18T18:00:00Z"),
                POLICY.answerDue(
                        Instant.parse("2026-11-12T18:00:00Z"),
                        WorkingDays.without(List.of(LocalDate.parse("2026-11-13")))));
    }
}
