package org.ninetyten.partner.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

class CalendarTest {

    private static final CalendarPolicy POLICY =
            new CalendarPolicy(1, LocalDate.parse("2000-01-01"), office(), 60, 400);

    /** 18:30 on 24 November in Almaty, which is five hours ahead. */
    private static final Instant NOW = Instant.parse("2026-11-24T13:30:00Z");

    static Calendar office() {
        return new Calendar(
                Arrays.stream(DayOfWeek.values())
                        .limit(5)
                        .map(day -> hours(day, "09:00", "18:00"))
                        .toList(),
                List.of());
    }

    @Test
    void hoursAreKeptInOrderAndMayTouchAndEndAtMidnight() {
        Calendar calendar = new Calendar(
                        List.of(
                                hours(DayOfWeek.TUESDAY, "00:00", "06:00"),
                                hours(DayOfWeek.MONDAY, "22:00", "24:00"),
                                hours(DayOfWeek.MONDAY, "09:00", "13:00"),
                                hours(DayOfWeek.MONDAY, "13:00", "14:00")),
                        List.of(holiday("2027-01-01"), holiday("2026-12-25")))
                .checked(POLICY);

        assertEquals(
                List.of("09:00", "13:00", "22:00", "00:00"),
                calendar.week().stream().map(OpeningHours::opens).toList());
        assertEquals(
                LocalDate.parse("2026-12-25"), calendar.holidays().getFirst().date());
    }

    @Test
    void hoursThatOverlapOrEndBeforeTheyBeginAreRefused() {
        refused(List.of(hours(DayOfWeek.MONDAY, "09:00", "13:01"), hours(DayOfWeek.MONDAY, "13:00", "18:00")));
        refused(List.of(hours(DayOfWeek.MONDAY, "22:00", "06:00")));
        refused(List.of(hours(DayOfWeek.MONDAY, "09:00", "09:00")));
    }

    @Test
    void aCalendarThatStaysClosedForMoreThanSixtyDaysIsRefused() {
        List<OpeningHours> everyDay = Arrays.stream(DayOfWeek.values())
                .map(day -> hours(day, "00:00", "24:00"))
                .toList();
        new Calendar(everyDay, holidays("2026-06-01", 60)).checked(POLICY);
        assertThrows(ProblemException.class, () -> new Calendar(everyDay, holidays("2026-06-01", 61)).checked(POLICY));
        assertThrows(
                ProblemException.class,
                () -> new Calendar(everyDay, List.of(holiday("2026-12-25"), holiday("2026-12-25"))).checked(POLICY));
        assertThrows(
                ProblemException.class, () -> new Calendar(everyDay, List.of(holiday("9999-12-25"))).checked(POLICY));
    }

    @Test
    void aPauseThatIsPlannedBeginsAndEndsByItselfOnTheDaysOfThePartnersZone() {
        Partner partner = partner();
        partner.pause(new Pause(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-28"), "holidays"), NOW);
        assertEquals(false, partner.profile().capacity().paused());
        assertTrue(partner.followPause(Instant.parse("2026-11-25T18:59:59Z")).isEmpty());

        // 26 November begins in Almaty at 19:00 UTC.
        assertTrue(partner.followPause(Instant.parse("2026-11-25T19:00:00Z")).isPresent());
        assertEquals(true, partner.profile().capacity().paused());
        assertTrue(partner.followPause(Instant.parse("2026-11-27T18:59:59Z")).isEmpty());

        assertTrue(partner.followPause(Instant.parse("2026-11-27T19:00:00Z")).isPresent());
        assertEquals(false, partner.profile().capacity().paused());
        assertEquals(Optional.empty(), partner.pause());
    }

    @Test
    void aPauseWithoutAnEndLastsUntilSomebodyEndsIt() {
        Partner partner = partner();
        partner.pause(new Pause(null, null, "too much to do"), NOW);
        assertTrue(partner.followPause(NOW.plusSeconds(400 * 86_400L)).isEmpty());
        assertEquals(true, partner.profile().capacity().paused());

        partner.resume(NOW);
        assertEquals(false, partner.profile().capacity().paused());
        ProblemException refused = assertThrows(ProblemException.class, () -> partner.resume(NOW));
        assertEquals(GeneralProblem.ILLEGAL_STATE, refused.type());
    }

    @Test
    void aPauseEndsAfterItBeginsAndDoesNotBeginInThePast() {
        Partner partner = partner();
        LocalDate today = LocalDate.parse("2026-11-24");
        for (Pause wrong : List.of(
                new Pause(today.minusDays(1), null, "late"),
                new Pause(null, today, "nothing"),
                new Pause(today.plusDays(3), today.plusDays(3), "nothing"),
                new Pause(null, LocalDate.MAX, "for ever"))) {
            assertThrows(ProblemException.class, () -> partner.pause(wrong, NOW));
        }
        assertEquals(1, partner.version());
    }

    private static Partner partner() {
        return Partner.onboard(
                        UUID.randomUUID(),
                        null,
                        new PartnerProfile(
                                "Almaty Soft",
                                null,
                                "KZ",
                                Region.CIS,
                                List.of("kk"),
                                "Asia/Almaty",
                                List.of(),
                                List.of(IncomePoint.LICENCE),
                                new Territory(List.of("KZ"), List.of(), null),
                                new Capacity(10, 40, false)),
                        office(),
                        NOW)
                .partner();
    }

    private static void refused(List<OpeningHours> week) {
        assertThrows(ProblemException.class, () -> new Calendar(week, List.of()).checked(POLICY));
    }

    private static OpeningHours hours(DayOfWeek day, String opens, String closes) {
        return new OpeningHours(day, opens, closes);
    }

    private static Holiday holiday(String date) {
        return new Holiday(LocalDate.parse(date), "A holiday");
    }

    private static List<Holiday> holidays(String first, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Holiday(LocalDate.parse(first).plusDays(day), "Closed"))
                .toList();
    }
}
