package org.ninetyten.billing.ninetyten;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.plan.IncomePoint;

class NinetyTenTest {

    @Test
    void aLicenceOf1000WithServicesOf9000PassesAtExactlyTenPercent() {
        NinetyTen result = check(100_000, 1_000_000, IncomePoint.LICENCE, IncomePoint.IMPLEMENTATION);

        assertTrue(result.passes());
        assertEquals(1000, result.shareBasisPoints());
        assertEquals(0, result.missingServicesMinor());
        assertEquals(List.of(), result.suggestions());
    }

    @Test
    void servicesOf8999WarnAndSayThatOneIsMissing() {
        NinetyTen result = check(100_000, 999_900, IncomePoint.LICENCE, IncomePoint.IMPLEMENTATION);

        assertFalse(result.passes());
        assertEquals(100, result.missingServicesMinor());
        assertEquals(1001, result.shareBasisPoints());
        assertEquals(List.of(IncomePoint.DATA_MIGRATION, IncomePoint.TRAINING), result.suggestions());
    }

    @Test
    void aLicenceAloneNeedsNineTimesItselfInServices() {
        NinetyTen result = check(100_000, 100_000, IncomePoint.LICENCE);

        assertEquals(900_000, result.missingServicesMinor());
        assertEquals(10_000, result.shareBasisPoints());
    }

    @Test
    void servicesAlonePass() {
        assertTrue(check(0, 500, IncomePoint.SUPPORT).passes());
        assertTrue(check(0, 0).passes());
    }

    @Property
    void whatIsMissingIsExactlyWhatMakesItPass(
            @ForAll @LongRange(min = 1, max = 100_000_000_000_000L) long licence,
            @ForAll @LongRange(max = 100_000_000_000_000L) long services) {
        NinetyTen result = check(licence, licence + services, IncomePoint.LICENCE);
        long missing = result.missingServicesMinor();

        assertEquals(10 * licence <= licence + services, result.passes());
        assertTrue(check(licence, licence + services + missing, IncomePoint.LICENCE)
                .passes());
        if (!result.passes()) {
            assertFalse(check(licence, licence + services + missing - 1, IncomePoint.LICENCE)
                    .passes());
        }
    }

    private static NinetyTen check(long licence, long total, IncomePoint... sold) {
        return NinetyTen.check(licence, total, Set.of(sold), StandardPlan.plan());
    }
}
