package org.ninetyten.academy.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamPolicyTest {

    private static final Instant END = Instant.parse("2026-11-23T10:00:00Z");
    private static final ExamPolicy POLICY = new ExamPolicy(1, 75, 3, List.of(1, 7, 30));

    @Test
    void threeAttemptsMayFollowEachOtherAtOnce() {
        assertEquals(Optional.empty(), POLICY.nextAttemptAt(ends(0)));
        assertEquals(Optional.empty(), POLICY.nextAttemptAt(ends(1)));
        assertEquals(Optional.empty(), POLICY.nextAttemptAt(ends(2)));
    }

    @Test
    void thenTheWaitsAreADayAWeekAndThirtyDays() {
        assertEquals(after(1), POLICY.nextAttemptAt(ends(3)));
        assertEquals(after(7), POLICY.nextAttemptAt(ends(4)));
        assertEquals(after(30), POLICY.nextAttemptAt(ends(5)));
    }

    @Test
    void theLongestWaitRepeats() {
        assertEquals(after(30), POLICY.nextAttemptAt(ends(12)));
    }

    private static List<Instant> ends(int attempts) {
        return Stream.generate(() -> END).limit(attempts).toList();
    }

    private static Optional<Instant> after(int days) {
        return Optional.of(END.plus(Duration.ofDays(days)));
    }
}
