package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final BusinessHours office = Examples.officeHours();

    @Test
    void insideTheHoursMinutesAreMinutes() {
        assertEquals("2026-11-23T10:15:00Z", after("2026-11-23T10:00:00Z", 15));
    }

    @Test
    void anOfferOfTheEveningGoesOnInTheMorning() {
        // 17:50 in Berlin: ten minutes are left today, five remain for tomorrow.
        assertEquals("2026-11-24T08:05:00Z", after("2026-11-23T16:50:00Z", 15));
    }

    @Test
    void closingTimeIsTheLastMinuteOfTheDayAndNotTheFirstOfTheNext() {
        assertEquals("2026-11-23T17:00:00Z", after("2026-11-23T16:45:00Z", 15));
    }

    @Test
    void aWeekendIsNoTimeToAnswer() {
        // Friday 17:00 in Berlin, four hours: one today, three on Monday.
        assertEquals("2026-11-30T11:00:00Z", after("2026-11-27T16:00:00Z", 240));
        assertEquals("2026-11-30T08:15:00Z", after("2026-11-28T12:00:00Z", 15));
    }

    @Test
    void beforeOpeningTheMinutesHaveNotBegun() {
        assertEquals("2026-11-23T08:15:00Z", after("2026-11-23T03:00:00Z", 15));
    }

    @Test
    void theMondayAfterTheClockWasPutForwardOpensAnHourEarlierInUtc() {
        // Clocks go forward on Sunday, 29 March 2026: 9 o'clock is 08:00Z on Friday and 07:00Z on Monday.
        assertEquals("2026-03-30T07:14:00Z", after("2026-03-27T16:59:00Z", 15));
    }

    @Test
    void theMondayAfterTheClockWasPutBackOpensAnHourLaterInUtc() {
        assertEquals("2026-10-26T08:14:00Z", after("2026-10-23T15:59:00Z", 15));
    }

    @Test
    void anHourThatTheClockSkipsOrRepeatsInsideTheHoursCountsAsItPasses() {
        BusinessHours nights =
                new BusinessHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 0), LocalTime.of(5, 0));
        // On 29 March the night from 1 to 5 has three hours, on 25 October five.
        assertEquals(
                Instant.parse("2026-03-29T03:00:00Z"),
                nights.plusMinutes(Instant.parse("2026-03-29T00:00:00Z"), 180, BERLIN));
        assertEquals(
                Instant.parse("2026-10-25T04:00:00Z"),
                nights.plusMinutes(Instant.parse("2026-10-24T23:00:00Z"), 300, BERLIN));
    }

    @Test
    void partnersOnOtherSidesOfTheGlobeHaveOtherMornings() {
        Instant noonInLondon = Instant.parse("2026-11-23T12:00:00Z");

        assertEquals(
                Instant.parse("2026-11-23T22:15:00Z"),
                office.plusMinutes(noonInLondon, 15, ZoneId.of("Australia/Sydney")));
        assertEquals(
                Instant.parse("2026-11-23T17:15:00Z"),
                office.plusMinutes(noonInLondon, 15, ZoneId.of("America/Los_Angeles")));
    }

    @Test
    void hoursThatNeverOpenAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BusinessHours(Set.of(), LocalTime.of(9, 0), LocalTime.of(18, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BusinessHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(18, 0), LocalTime.of(9, 0)));
        assertThrows(IllegalArgumentException.class, () -> office.plusMinutes(Instant.EPOCH, 0, BERLIN));
    }

    private String after(String from, int minutes) {
        return office.plusMinutes(Instant.parse(from), minutes, BERLIN).toString();
    }
}
