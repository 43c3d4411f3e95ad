package org.ninetyten.leadrouting.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.dealpolicy.NinetyTenMode;
import org.ninetyten.leadrouting.partner.IncomePoint;

class NinetyTenTest {

    private static final List<IncomePoint> ORDER = Stream.concat(
                    Stream.of(IncomePoint.TRAINING, IncomePoint.IMPLEMENTATION), Arrays.stream(IncomePoint.values()))
            .toList();

    @Test
    void whatIsMissingIsSuggestedInThePolicysOrder() {
        NinetyTen check = check(List.of(licence(1_000)));

        assertEquals(
                List.of(IncomePoint.TRAINING, IncomePoint.IMPLEMENTATION),
                check.suggestions().subList(0, 2));
        assertEquals(
                IncomePoint.TRAINING,
                check(List.of(licence(1_000), work(1))).suggestions().getFirst());
    }

    @Test
    void onlyTheModeBlockKeepsADealFromBeingWonAndOffSaysNothing() {
        assertFalse(check(List.of(licence(1_000)), NinetyTenMode.WARN, false).blocks());
        assertTrue(check(List.of(licence(1_000)), NinetyTenMode.BLOCK, false).blocks());
        assertFalse(check(List.of(licence(1_000), work(9_000)), NinetyTenMode.BLOCK, false)
                .blocks());
        assertFalse(check(List.of(licence(1_000)), NinetyTenMode.OFF, false).blocks());
        assertEquals(
                List.of(),
                check(List.of(licence(1_000)), NinetyTenMode.OFF, false).suggestions());
    }

    @Test
    void aLicenceThatTheCustomerOrderedIsNeverBlockedUnlessTooLittleWorkGoesWithIt() {
        assertFalse(check(List.of(licence(1_000)), NinetyTenMode.BLOCK, true).blocks());
        assertTrue(check(List.of(licence(1_000), work(1)), NinetyTenMode.BLOCK, true)
                .blocks());
    }

    @Test
    void aLicenceOfExactlyATenthPasses() {
        NinetyTen check = check(List.of(licence(1_000), work(9_000)));

        assertTrue(check.passes());
        assertEquals(1_000, check.shareBasisPoints());
        assertEquals(0, check.missingServicesMinor());
        assertEquals(List.of(), check.suggestions());
    }

    @Test
    void aCentLessOfServicesFailsAndTheCentIsNamed() {
        NinetyTen check = check(List.of(licence(1_000), work(8_999)));

        assertFalse(check.passes());
        assertEquals(1, check.missingServicesMinor());
    }

    @Test
    void aLicenceAloneLacksNineTimesItsPriceAndIsToldWhatElseThereIs() {
        NinetyTen check = check(List.of(licence(500)));

        assertEquals(4_500, check.missingServicesMinor());
        assertEquals(10_000, check.shareBasisPoints());
        assertEquals(11, check.suggestions().size());
        assertFalse(check.suggestions().contains(IncomePoint.LICENCE));
    }

    @Test
    void servicesAloneAndAnEmptyEstimatePass() {
        assertTrue(check(List.of(work(1))).passes());
        assertTrue(check(List.of()).passes());
    }

    @Test
    void suggestionsLeaveOutWhatTheEstimateHas() {
        NinetyTen check = check(List.of(licence(1_000), work(1)));

        assertFalse(check.suggestions().contains(IncomePoint.IMPLEMENTATION));
        assertTrue(check.suggestions().contains(IncomePoint.TRAINING));
    }

    @Test
    void amountsThatDoNotFitAreRefusedAndNeverWrapAround() {
        assertThrows(ArithmeticException.class, () -> line(IncomePoint.SUPPORT, 3, Long.MAX_VALUE / 2, 0));
        assertThrows(ArithmeticException.class, () -> check(List.of(licence(Long.MAX_VALUE / 9))));
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
        NinetyTen check = check(List.of(licence(licence), work(services)));
        long missing = check.missingServicesMinor();

        assertEquals(check.passes(), missing == 0);
        assertTrue(
                check(List.of(licence(licence), work(services), work(missing))).passes());
        if (missing > 0) {
            assertFalse(check(List.of(licence(licence), work(services), work(missing - 1)))
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

    private static NinetyTen check(List<EstimateLine> lines) {
        return check(lines, NinetyTenMode.WARN, false);
    }

    private static NinetyTen check(List<EstimateLine> lines, NinetyTenMode mode, boolean ordered) {
        return NinetyTen.check(lines, new NinetyTen.Rule(mode, ORDER, ordered));
    }
}
