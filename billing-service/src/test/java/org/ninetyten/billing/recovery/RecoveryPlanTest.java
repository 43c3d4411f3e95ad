package org.ninetyten.billing.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecoveryPlanTest {

    private static final UUID OLD = UuidCreator.getTimeOrderedEpoch();
    private static final UUID NEW = UuidCreator.getTimeOrderedEpoch();

    @Test
    void aStatementLosesAtMostHalfAndTheOldestDebtIsPaidFirst() {
        RecoveryPlan plan =
                RecoveryPlan.of(List.of(new RecoveryPlan.Open(OLD, 300), new RecoveryPlan.Open(NEW, 900)), 1001, 5000);

        assertEquals(List.of(new RecoveryPlan.Part(OLD, 300, 0), new RecoveryPlan.Part(NEW, 200, 700)), plan.parts());
        assertEquals(500, plan.takenMinor());
        assertEquals(700, plan.remainingMinor());
    }

    @Test
    void aStatementThatPaysNothingLosesNothing() {
        assertEquals(
                List.of(),
                RecoveryPlan.of(List.of(new RecoveryPlan.Open(OLD, 300)), -50, 5000)
                        .parts());
    }

    @Property
    void nothingIsLostAndTheLimitHolds(
            @ForAll @Size(max = 8) List<@LongRange(min = 1, max = 1_000_000_000L) Long> debts,
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long payable,
            @ForAll @IntRange(max = 10_000) int limit) {
        RecoveryPlan plan = RecoveryPlan.of(
                debts.stream()
                        .map(debt -> new RecoveryPlan.Open(UuidCreator.getTimeOrderedEpoch(), debt))
                        .toList(),
                payable,
                limit);

        assertEquals(debts.stream().mapToLong(Long::longValue).sum(), plan.takenMinor() + plan.remainingMinor());
        assertTrue(plan.takenMinor() * 10_000 <= Math.max(0, payable) * limit);
    }
}
