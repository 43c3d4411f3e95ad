package org.ninetyten.leadrouting.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.IncomePoint;

class NinetyTenTest {

    @Test
    void aLicenceOfExactlyATenthPasses() {
        NinetyTen check = NinetyTen.check(List.of(licence(1_000), work(9_000)));

        assertTrue(check.passes());
        assertEquals(1_000, check.shareBasisPoints());
        assertEquals(0, check.missingServicesMinor());
        assertEquals(List.of(), check.suggestions());
    }

    @Test
    void aCentLessOfServicesFailsAndTheCentIsNamed() {
        NinetyTen check = NinetyTen.check(List.of(licence(1_000), work(8_999)));

        assertFalse(check.passes());
        assertEquals(1, check.missingServicesMinor());
    }

    @Test
    void aLicenceAloneLacksNineTimesItsPriceAndIsToldWhatElseThereIs() {
        NinetyTen check = NinetyTen.check(List.of(licence(500)));

        assertEquals(4_500, check.missingServicesMinor());
        assertEquals(10_000, check.shareBasisPoints());
        assertEquals(11, check.suggestions().size());
        assertFalse(check.suggestions().contains(IncomePoint.LICENCE));
    }

    @Test
    void servicesAloneAndAnEmptyEstimatePass() {
        assertTrue(NinetyTen.check(List.of(work(1))).passes());
        assertTrue(NinetyTen.check(List.of()).passes());
    }

    @Test
    void suggestionsLeaveOutWhatTheEstimateHas() {
        NinetyTen check = NinetyTen.check(List.of(licence(1_000), work(1)));

        assertFalse(check.suggestions().contains(IncomePoint.IMPLEMENTATION));
        assertTrue(check.suggestions().contains(IncomePoint.TRAINING));
    }

    @Test
    void amountsThatDoNotFitAreRefusedAndNeverWrapAround() {
        assertThrows(ArithmeticException.class, () -> line(IncomePoint.SUPPORT, 3, Long.MAX_VALUE / 2, 0));
        assertThrows(ArithmeticException.class, () -> NinetyTen.check(List.of(licence(Long.MAX_VALUE / 9))));
    }

    @Test
    void taxIsRoundedHalfUpOnEachLine() {
        assertEquals(1, line(IncomePoint.SUPPORT, 1, 5, 1_000).taxMinor());
        assertEquals(0, line(IncomePoint.SUPPORT, 1, 4, 1_000).taxMinor());
        assertEquals(190, line(IncomePoint.SUPPORT, 2, 500, 1_900).taxMinor());
    }

    @Property
    void addingWhatIsMissingIsExactlyEnough(
            @ForAll @LongRange(max = 1_000_000_000_000L) long licence,
            @ForAll @LongRange(max = 1_000_000_000_000L) long services) {
        NinetyTen check = NinetyTen.check(List.of(licence(licence), work(services)));
        long missing = check.missingServicesMinor();

        assertEquals(check.passes(), missing == 0);
        assertTrue(NinetyTen.check(List.of(licence(licence), work(services), work(missing)))
                .passes());
        if (missing > 0) {
            assertFalse(NinetyTen.check(List.of(licence(licence), work(services), work(missing - 1)))
                    .passes());
        }
    }

    private static EstimateLine licence(long minor) {
        return line(IncomePoint.LICENCE, 1, minor, 0);
    }

    private static EstimateLine work(long minor) {
        return line(IncomePoint.IMPLEMENTATION, 1, minor, 0);
    }

    private static EstimateLine line(IncomePoint point, int quantity, long price, int tax) {
        return new EstimateLine(new UUID(1, 1), 0, point, null, quantity, price, tax, Side.PARTNER, Side.PARTNER);
    }
}
