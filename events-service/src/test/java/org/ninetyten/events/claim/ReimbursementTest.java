package org.ninetyten.events.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.claim.Reimbursement.Limit;
import org.ninetyten.events.policy.Share;

class ReimbursementTest {

    private static final Share HALF = new Share(5_000);
    private static final Share WHOLE = new Share(10_000);
    private static final long PLENTY = 1_000_000_000L;

    @Test
    void paysHalfOfTheEligibleCost() {
        var paid = Reimbursement.of(List.of(200_000L, 100_000L), HALF, PLENTY, PLENTY);

        assertEquals(new Reimbursement(150_000, Limit.ELIGIBLE_COST, List.of(100_000L, 50_000L)), paid);
    }

    @Test
    void paysNoMoreThanWasApproved() {
        var paid = Reimbursement.of(List.of(200_000L, 100_000L), HALF, 90_000, PLENTY);

        assertEquals(new Reimbursement(90_000, Limit.APPROVED_AMOUNT, List.of(60_000L, 30_000L)), paid);
    }

    @Test
    void paysNoMoreThanTheBudgetHasLeft() {
        var paid = Reimbursement.of(List.of(200_000L, 100_000L), HALF, 90_000, 1_000);

        assertEquals(new Reimbursement(1_000, Limit.BUDGET, List.of(667L, 333L)), paid);
    }

    @Test
    void theOddCentStaysWithTheProgramme() {
        assertEquals(50, Reimbursement.of(List.of(101L), HALF, PLENTY, PLENTY).totalMinor());
    }

    @Test
    void theLargestFractionsGetTheRestAndEqualOnesGoInTheOrderOfTheLines() {
        var paid = Reimbursement.of(List.of(1L, 1L, 1L, 0L), WHOLE, 2, PLENTY);

        assertEquals(List.of(1L, 1L, 0L, 0L), paid.partsMinor());
    }

    @Test
    void nothingEligiblePaysNothing() {
        var paid = Reimbursement.of(List.of(0L, 0L), HALF, PLENTY, PLENTY);

        assertEquals(new Reimbursement(0, Limit.ELIGIBLE_COST, List.of(0L, 0L)), paid);
    }

    @Test
    void refusesNegativeAmountsAndSharesAboveTheWhole() {
        assertThrows(IllegalArgumentException.class, () -> Reimbursement.of(List.of(-1L), HALF, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Share(10_001));
    }

    @Property
    void partsSumToTheWholeAndNoLineGetsMoreThanItsEligibleCost(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 1_000_000_000_000L) Long> lines,
            @ForAll @IntRange(max = 10_000) int share,
            @ForAll @LongRange(max = 100_000_000_000_000L) long approved,
            @ForAll @LongRange(max = 100_000_000_000_000L) long left) {
        var paid = Reimbursement.of(lines, new Share(share), approved, left);

        assertEquals(
                paid.totalMinor(),
                paid.partsMinor().stream().mapToLong(Long::longValue).sum());
        for (int line = 0; line < lines.size(); line++) {
            assertTrue(paid.partsMinor().get(line) >= 0);
            assertTrue(paid.partsMinor().get(line) <= lines.get(line));
        }
    }

    @Property
    void paidIsNeverMoreThanApprovedNorThanTheBudgetNorThanTheShare(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 1_000_000_000_000L) Long> lines,
            @ForAll @IntRange(max = 10_000) int share,
            @ForAll @LongRange(max = 100_000_000_000_000L) long approved,
            @ForAll @LongRange(max = 100_000_000_000_000L) long left) {
        long eligible = lines.stream().mapToLong(Long::longValue).sum();
        long paid = Reimbursement.of(lines, new Share(share), approved, left).totalMinor();

        assertTrue(paid <= approved);
        assertTrue(paid <= left);
        assertTrue(paid <= new Share(share).of(eligible));
        assertTrue(
                paid == approved || paid == left || paid == new Share(share).of(eligible),
                "and one of the three is paid to the full");
    }

    @Property
    void everyPartIsLessThanOneUnitFromItsExactProportion(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 1_000_000L) Long> lines,
            @ForAll @LongRange(max = 1_000_000L) long approved) {
        var paid = Reimbursement.of(lines, HALF, approved, PLENTY);
        long sum = lines.stream().mapToLong(Long::longValue).sum();

        for (int line = 0; line < lines.size(); line++) {
            long difference = paid.partsMinor().get(line) * sum - paid.totalMinor() * lines.get(line);
            assertTrue(Math.abs(difference) < sum);
        }
    }
}
