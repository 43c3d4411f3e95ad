package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void aThirtiethOfTheQuotaIsEarnedOnEachEligibleDay() {
        assertEquals(30, on(30).quotaLeft(30));
        assertEquals(1, on(1).quotaLeft(30));
        assertEquals(1, on(1).quotaLeft(7));
        assertEquals(0, on(0).quotaLeft(30));
    }

    @Test
    void aQuotaAsGoodAsUnlimitedIsNotUsedUp() {
        assertEquals(Integer.MAX_VALUE, on(30).quotaLeft(Integer.MAX_VALUE));
        assertEquals(100_000_000, on(30).quotaLeft(100_000_000));
    }

    private static TrackRecord on(int eligibleDays) {
        return new TrackRecord(0, Tally.NONE, Tally.NONE, Tally.NONE, eligibleDays);
    }
}
