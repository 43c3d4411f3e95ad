package org.ninetyten.leadrouting.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

class WorkClockPropertiesTest {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "UTC");
    private static final RoutingPolicy.Sla SLA = new RoutingPolicy.Sla(Set.of(LeadSource.ORDER), 60, 240, 14, 21, 30);

    @Property(tries = 500)
    void theStepsOfSilenceComeInOrderInBusinessTimeAndNeverTwoOnOneDay(
            @ForAll @IntRange(max = 5) int zone,
            @ForAll @LongRange(min = 0, max = 525_600) long minute,
            @ForAll @LongRange(min = 0, max = 60_000) long late,
            @ForAll long seed) {
        ZoneId place = ZoneId.of(ZONES.get(zone));
        BusinessCalendar calendar = calendar(new Random(seed));
        WorkClock clock = new WorkClock(SLA, calendar, place);
        Instant news = Instant.parse("2026-11-23T00:00:00Z").plus(minute, ChronoUnit.MINUTES);
        Work work = contacted(news);
        Map<WorkStep, Integer> days = new EnumMap<>(Map.of(
                WorkStep.NUDGE, SLA.nudgeDays(), WorkStep.WARN, SLA.warnDays(), WorkStep.RECALL, SLA.recallDays()));
        LocalDate dayBefore = news.atZone(place).toLocalDate();

        for (Map.Entry<WorkStep, Integer> step : days.entrySet()) {
            WorkClock.Due due = clock.next(work);
            assertEquals(step.getKey(), due == null ? null : due.step());
            if (due == null) {
                return;
            }
            LocalDate day = due.at().atZone(place).toLocalDate();
            assertTrue(calendar.isOpen(due.at(), place), () -> due + " is out of hours");
            assertFalse(
                    day.isBefore(news.atZone(place).toLocalDate().plusDays(step.getValue())), () -> due + " is early");
            assertTrue(day.isAfter(dayBefore), () -> due + " is the second one of its day");
            // The service may have stood still, and take the step late.
            Instant taken = due.at().plus(late, ChronoUnit.MINUTES);
            work = work.after(due.step(), taken);
            dayBefore = taken.atZone(place).toLocalDate();
        }
        assertEquals(null, clock.next(work));
    }

    @Property(tries = 500)
    void theFirstContactIsDueAfterItsBusinessMinutes(
            @ForAll @IntRange(max = 5) int zone,
            @ForAll @LongRange(min = 0, max = 525_600) long minute,
            @ForAll long seed) {
        ZoneId place = ZoneId.of(ZONES.get(zone));
        BusinessCalendar calendar = calendar(new Random(seed));
        Instant accepted = Instant.parse("2026-11-23T00:00:00Z").plus(minute, ChronoUnit.MINUTES);

        Instant contactBy = new WorkClock(SLA, calendar, place).contactBy(LeadSource.TRIAL, accepted);

        assertEquals(Duration.ofMinutes(SLA.firstContactMinutes()), calendar.between(accepted, contactBy, place));
    }

    private static BusinessCalendar calendar(Random random) {
        EnumSet<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        int opens = random.nextInt(20);
        Opening hours = new Opening(opens * 60, Math.min(24, opens + 2 + random.nextInt(10)) * 60);
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            holidays.add(LocalDate.parse("2026-11-23").plusDays(random.nextInt(420)));
        }
        return new BusinessCalendar(BusinessCalendar.weekly(days, hours).week(), holidays);
    }

    private static Work contacted(Instant at) {
        return new Work(
                new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), 1, at, at, at, null, null, null, null, at, null);
    }
}
