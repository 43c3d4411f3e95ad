package org.ninetyten.events.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);

    @Test
    void oneInvoiceWrittenInDifferentWaysIsTheSame() {
        assertEquals(
                cost("RU 1655-000000", "2026/118").invoiceKey(),
                cost("ru1655000000", " 2026-118").invoiceKey());
    }

    @Test
    void theBorderBetweenSupplierAndNumberCounts() {
        assertNotEquals(cost("RU1", "65").invoiceKey(), cost("RU16", "5").invoiceKey());
    }

    @Test
    void anInvoiceIsNeitherOfTheFutureNorOfAnotherAge() {
        assertTrue(cost("RU1", "1").isDatedUpTo(DAY));
        assertFalse(cost("RU1", "1").isDatedUpTo(DAY.minusDays(1)));
        assertFalse(new Cost(CostCategory.VENUE, "S", "T", "N", LocalDate.MIN, 1, null).isDatedUpTo(DAY));
    }

    private static Cost cost(String taxId, String number) {
        return new Cost(CostCategory.VENUE, "Riverside Hall", taxId, number, DAY, 100, null);
    }
}
