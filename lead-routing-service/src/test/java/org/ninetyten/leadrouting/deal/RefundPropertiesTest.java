package org.ninetyten.leadrouting.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.IncomePoint;

class RefundPropertiesTest {

    @Test
    void aThirdOfALineGivesBackAThirdOfItsTax() {
        EstimateLine line = line(900, 1_900);

        assertEquals(57, line.refund(300).taxMinor());
        assertEquals(600, line.refundableMinor());
    }

    @Property
    void partsThatAddUpToTheLineGiveBackItsTaxToTheMinorUnit(
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long net,
            @ForAll @IntRange(max = 10_000) int taxBasisPoints,
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 1_000_000_000L) Long> parts) {
        EstimateLine line = line(net, taxBasisPoints);
        long tax = 0;
        for (long part : parts) {
            if (line.refundableMinor() > 0) {
                Refund.Line refunded = line.refund(Math.min(part, line.refundableMinor()));
                assertTrue(refunded.taxMinor() >= 0);
                tax += refunded.taxMinor();
            }
        }
        if (line.refundableMinor() > 0) {
            tax += line.refund(line.refundableMinor()).taxMinor();
        }

        assertEquals(line.taxMinor(), tax);
        assertEquals(net, line.refundedNetMinor());
    }

    @Test
    void theLargestLineIsRefundedWithoutWrappingAround() {
        EstimateLine line = line(Long.MAX_VALUE / 20_000, 10_000);

        assertEquals(line.taxMinor(), line.refund(line.netMinor()).taxMinor());
    }

    private static EstimateLine line(long net, int taxBasisPoints) {
        return new EstimateLine(
                new UUID(1, 1), 0, IncomePoint.TRAINING, null, 1, net, taxBasisPoints, Side.PARTNER, Side.PARTNER);
    }
}
