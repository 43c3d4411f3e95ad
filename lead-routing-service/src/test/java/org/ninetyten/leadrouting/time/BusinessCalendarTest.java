package org.ninetyten.leadrouting.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    private final BusinessCalendar office = weekdays("09:00", "18:00");
    private final BusinessCalendar always = everyDay("00:00", "24:00");

    @Test
    void anOfferOfTheEveningGoesOnInTheMorning() {
        assertEquals(at("2026-11-24T08:05:00Z"), office.plusMinutes(at("2026-11-23T16:50:00Z"), 15, BERLIN));
    }

    @Test
    void closingTimeIsTheLastInstantOfTheDayAndNotTheFirstOfTheNext() {
        assertEquals(at("2026-11-23T17:00:00Z"), office.plusMinutes(at("2026-11-23T16:45:00Z"), 15, BERLIN));
        assertFalse(office.isOpen(at("2026-11-23T17:00:00Z"), BERLIN));
        assertTrue(office.isOpen(at("2026-11-23T16:59:59Z"), BERLIN));
    }

    @Test
    void aBreakAtNoonIsNoTimeToAnswer() {
        BusinessCalendar withBreak = new BusinessCalendar(
                Map.of(DayOfWeek.MONDAY, List.of(Opening.of("14:00", "18:00"), Opening.of("09:00", "13:00"))),
                Set.of());

        // 12:50 in Berlin: ten minutes before the break, twenty after it.
        assertEquals(at("2026-11-23T13:20:00Z"), withBreak.plusMinutes(at("2026-11-23T11:50:00Z"), 30, BERLIN));
        assertEquals(30, withBreak.minutesBetween(at("2026-11-23T11:50:00Z"), at("2026-11-23T13:20:00Z"), BERLIN));
    }

    @Test
    void holidaysAndWeekendsArePassedOver() {
        BusinessCalendar christmas = new BusinessCalendar(
                office.week(), Set.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-25")));

        // Wednesday 17:00 in Berlin, four hours: one today, three on Monday.
        assertEquals(at("2026-12-28T11:00:00Z"), christmas.plusMinutes(at("2026-12-23T16:00:00Z"), 240, BERLIN));
        assertEquals(at("2026-12-28T08:00:00Z"), christmas.nextOpening(at("2026-12-24T09:00:00Z"), BERLIN));
        assertEquals(
                Duration.ofHours(4), christmas.between(at("2026-12-23T16:00:00Z"), at("2026-12-28T11:00:00Z"), BERLIN));
    }

    @Test
    void aNightShiftIsWrittenAsTwoPartsAndRunsThrough() {
        BusinessCalendar night = new BusinessCalendar(
                EnumSet.allOf(DayOfWeek.class).stream()
                        .collect(Collectors.toMap(
                                day -> day,
                                day -> List.of(Opening.of("22:00", "24:00"), Opening.of("00:00", "06:00")))),
                Set.of());

        assertEquals(at("2026-11-23T23:30:00Z"), night.plusMinutes(at("2026-11-23T22:30:00Z"), 60, BERLIN));
        assertEquals(480, night.minutesBetween(at("2026-11-23T12:00:00Z"), at("2026-11-24T12:00:00Z"), BERLIN));
    }

    @Test
    void anHourThatTheClockSkipsInsideTheHoursDoesNotExistAndOneThatItRepeatsCountsTwice() {
        BusinessCalendar nights = everyDay("01:00", "05:00");

        assertEquals(at("2026-03-29T03:00:00Z"), nights.plusMinutes(at("2026-03-29T00:00:00Z"), 180, BERLIN));
        assertEquals(at("2026-10-25T04:00:00Z"), nights.plusMinutes(at("2026-10-24T23:00:00Z"), 300, BERLIN));
    }

    @Test
    void hoursThatEndInsideARepeatedHourAreOpenBothTimesThatTheClockShowsThem() {
        BusinessCalendar shortNight = everyDay("01:00", "02:30");

        // From 01:00 to 02:30, and again from 02:00 to 02:30 after the clock went back at 03:00.
        assertEquals(120, shortNight.minutesBetween(at("2026-10-24T22:00:00Z"), at("2026-10-25T06:00:00Z"), BERLIN));
        assertFalse(shortNight.isOpen(at("2026-10-25T00:45:00Z"), BERLIN));
        assertTrue(shortNight.isOpen(at("2026-10-25T01:15:00Z"), BERLIN));
        assertEquals(at("2026-10-25T01:15:00Z"), shortNight.plusMinutes(at("2026-10-24T23:00:00Z"), 105, BERLIN));
    }

    @Test
    void hoursThatBeginInsideASkippedHourBeginWhenTheClockHasSkippedIt() {
        BusinessCalendar late = everyDay("02:30", "05:00");

        assertEquals(at("2026-03-29T01:00:00Z"), late.nextOpening(at("2026-03-28T12:00:00Z"), BERLIN));
        assertEquals(120, late.minutesBetween(at("2026-03-28T22:00:00Z"), at("2026-03-29T12:00:00Z"), BERLIN));
    }

    @Test
    void aChangeOfHalfAnHourCountsAsHalfAnHour() {
        // Lord Howe goes forward half an hour on 4 October 2026 and back on 5 April.
        assertEquals(
                24 * 60 - 30, always.minutesBetween(at("2026-10-03T13:30:00Z"), at("2026-10-04T13:00:00Z"), LORD_HOWE));
        BusinessCalendar nights = everyDay("01:00", "05:00");
        assertEquals(210, nights.minutesBetween(at("2026-10-03T13:30:00Z"), at("2026-10-04T13:00:00Z"), LORD_HOWE));
        assertEquals(270, nights.minutesBetween(at("2026-04-04T13:00:00Z"), at("2026-04-05T13:30:00Z"), LORD_HOWE));
    }

    @Test
    void aClockThatGoesBackOverMidnightShowsTheEveningTwice() {
        // Until 2011 the clocks of St. John's went back at one minute past midnight, to 23:01 of the day before.
        BusinessCalendar evenings = everyDay("23:00", "24:00");

        assertEquals(
                60 + 59, evenings.minutesBetween(at("2010-11-07T01:00:00Z"), at("2010-11-07T12:00:00Z"), ST_JOHNS));
    }

    @Test
    void aDayThatNeverWasHasNoHours() {
        // Samoa went over the date line: there was no 30 December 2011.
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertEquals(
                Duration.between(at("2011-12-29T12:00:00Z"), at("2012-01-01T00:00:00Z")),
                always.between(at("2011-12-29T12:00:00Z"), at("2012-01-01T00:00:00Z"), apia));
        assertEquals(
                at("2011-12-30T19:00:00Z"),
                office.nextOpening(at("2011-12-30T04:00:00Z"), apia).minusSeconds(2 * 86_400L));
    }

    @Test
    void aCalendarThatStaysClosedTooLongIsNotWorkable() {
        assertFalse(new BusinessCalendar(Map.of(), Set.of()).isWorkable());
        assertFalse(new BusinessCalendar(Map.of(DayOfWeek.MONDAY, List.of()), Set.of()).isWorkable());
        assertTrue(office.isWorkable());
        assertTrue(new BusinessCalendar(always.week(), days("2026-07-01", 60)).isWorkable());
        assertFalse(new BusinessCalendar(always.week(), days("2026-07-01", 61)).isWorkable());
        // 57 holidays from a Monday on, with the weekends on both sides.
        assertTrue(new BusinessCalendar(office.week(), days("2026-06-01", 56)).isWorkable());
        assertFalse(new BusinessCalendar(office.week(), days("2026-06-01", 59)).isWorkable());
    }

    @Test
    void whatNeverOpensIsRefusedAndHasNoBusinessTime() {
        BusinessCalendar never = new BusinessCalendar(Map.of(), Set.of());
        Instant now = at("2026-11-23T09:00:00Z");

        assertThrows(IllegalStateException.class, () -> never.plusMinutes(now, 1, BERLIN));
        assertThrows(IllegalStateException.class, () -> never.nextOpening(now, BERLIN));
        assertEquals(Duration.ZERO, never.between(now, now.plusSeconds(1_000_000), BERLIN));
        assertThrows(IllegalArgumentException.class, () -> office.plusMinutes(now, 0, BERLIN));
        assertEquals(Duration.ZERO, office.between(now, now, BERLIN));
        assertEquals(Duration.ZERO, office.between(now, now.minusSeconds(60), BERLIN));
    }

    @Test
    void hoursThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Opening.of("18:00", "09:00"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("09:00", "09:00"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("09:00", "24:01"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("24:00", "24:00"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("9:00", "18:00"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("09:60", "18:00"));
        assertThrows(IllegalArgumentException.class, () -> Opening.of("aa:bb", "18:00"));
        List<Opening> overlapping = List.of(Opening.of("09:00", "13:00"), Opening.of("12:59", "18:00"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BusinessCalendar(Map.of(DayOfWeek.MONDAY, overlapping), Set.of()));
    }

    private static Set<LocalDate> days(String first, int count) {
        LocalDate day = LocalDate.parse(first);
        return IntStream.range(0, count).mapToObj(day::plusDays).collect(Collectors.toSet());
    }

    private static BusinessCalendar weekdays(String opens, String closes) {
        return BusinessCalendar.weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Opening.of(opens, closes));
    }

    private static BusinessCalendar everyDay(String opens, String closes) {
        return BusinessCalendar.weekly(EnumSet.allOf(DayOfWeek.class), Opening.of(opens, closes));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
