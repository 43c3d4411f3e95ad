package org.ninetyten.leadrouting.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BusinessCalendarPropertiesTest {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Asia/Almaty",
            "Australia/Lord_Howe",
            "Asia/Tehran",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Casablanca",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "UTC");

    @Property(tries = 2_000)
    void exactlyTheMinutesThatWereAddedPass(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 3_000) int minutes) {
        Instant end = calendar.plusMinutes(from, minutes, zone);

        assertEquals(Duration.ofMinutes(minutes), calendar.between(from, end, zone));
        assertEquals(minutes, calendar.minutesBetween(from, end, zone));
    }

    @Property(tries = 2_000)
    void timeNeverRunsOutOutsideTheHours(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 3_000) int minutes) {
        Instant end = calendar.plusMinutes(from, minutes, zone);

        // The last moment before the end is one of business, and the whole minute before it was, as far as it was
        // needed.
        assertTrue(calendar.isOpen(end.minusNanos(1), zone));
        assertTrue(end.isAfter(from));
    }

    @Property(tries = 1_000)
    void moreMinutesOrALaterBeginNeverEndEarlier(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 2_000) int minutes,
            @ForAll @IntRange(min = 0, max = 500_000) int laterBySeconds) {
        Instant end = calendar.plusMinutes(from, minutes, zone);

        assertFalse(calendar.plusMinutes(from, minutes + 1, zone).isBefore(end.plusSeconds(60)));
        assertFalse(calendar.plusMinutes(from.plusSeconds(laterBySeconds), minutes, zone)
                .isBefore(end));
    }

    @Property(tries = 500)
    void businessTimeIsWhatTheWallClockSaysMinuteByMinute(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 1, max = 2_880) int minutes) {
        // Hours and offsets are whole minutes here, so each minute is open or closed as a whole.
        int open = 0;
        for (int i = 0; i < minutes; i++) {
            open += calendar.isOpen(from.plusSeconds(60L * i), zone) ? 1 : 0;
        }

        assertEquals(open, calendar.minutesBetween(from, from.plusSeconds(60L * minutes), zone));
    }

    @Property(tries = 1_000)
    void nothingIsOpenBeforeTheNextOpening(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from) {
        Instant opening = calendar.nextOpening(from, zone);

        assertTrue(calendar.isOpen(opening, zone));
        assertEquals(Duration.ZERO, calendar.between(from, opening, zone));
        assertTrue(opening.equals(from) || !calendar.isOpen(opening.minusNanos(1), zone));
    }

    @Property(tries = 500)
    void partsOfATimeSumUpToTheWhole(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant from,
            @ForAll @IntRange(min = 0, max = 1_000_000) int first,
            @ForAll @IntRange(min = 0, max = 1_000_000) int second) {
        Instant middle = from.plusSeconds(first);
        Instant end = middle.plusSeconds(second);

        assertEquals(
                calendar.between(from, end, zone),
                calendar.between(from, middle, zone).plus(calendar.between(middle, end, zone)));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    /** Whole minutes of years with a change of the clock, many of them near one. */
    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(
                        Instant.parse("2010-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2028-01-01T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        Arbitrary<Instant> nearAChange = Arbitraries.of(ZONES)
                .flatMap(name -> anywhere.flatMap(instant -> {
                    var change = ZoneId.of(name).getRules().nextTransition(instant);
                    Instant near = change == null ? instant : change.getInstant();
                    return Arbitraries.integers().between(-2_000, 300).map(minutes -> near.plusSeconds(60L * minutes));
                }));
        return Arbitraries.oneOf(anywhere, nearAChange);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Arbitraries.longs().map(BusinessCalendarPropertiesTest::calendar);
    }

    private static BusinessCalendar calendar(long seed) {
        Random random = new Random(seed);
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> hours = new ArrayList<>();
            int at = random.nextInt(600);
            for (int part = random.nextInt(4); part > 0 && at < 1_400; part--) {
                int closes =
                        part == 1 && random.nextInt(4) == 0 ? 1_440 : Math.min(1_440, at + 1 + random.nextInt(500));
                hours.add(new Opening(at, closes));
                at = closes + random.nextInt(120);
            }
            week.put(day, hours);
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            week.put(DayOfWeek.WEDNESDAY, List.of(new Opening(0, 1_440)));
        }
        Set<LocalDate> holidays = new HashSet<>();
        LocalDate first = LocalDate.parse("2010-01-01");
        for (int i = random.nextInt(400); i > 0; i--) {
            holidays.add(first.plusDays(random.nextInt(18 * 365)));
        }
        return new BusinessCalendar(week, holidays);
    }
}
