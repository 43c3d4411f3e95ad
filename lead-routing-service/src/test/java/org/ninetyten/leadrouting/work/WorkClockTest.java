package org.ninetyten.leadrouting.work;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

class WorkClockTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final RoutingPolicy.Sla SLA =
            new RoutingPolicy.Sla(Set.of(LeadSource.ORDER, LeadSource.DEMO_REQUEST), 60, 240, 14, 21, 30);
    private static final BusinessCalendar WEEKDAYS =
            BusinessCalendar.weekly(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Opening.of("09:00", "18:00"));

    private final WorkClock clock = new WorkClock(SLA, WEEKDAYS, BERLIN);

    @Test
    void whoAcceptsAHotLeadOnFridayEveningHasUntilMondayMorning() {
        assertEquals(berlin("2026-11-30T09:30"), clock.contactBy(LeadSource.DEMO_REQUEST, berlin("2026-11-27T17:30")));
    }

    @Test
    void anyOtherLeadWaitsForFourBusinessHours() {
        assertEquals(berlin("2026-11-24T10:00"), clock.contactBy(LeadSource.TRIAL, berlin("2026-11-23T15:00")));
    }

    @Test
    void aPartnerWhoseCustomerIsNotContactedIsLateBeforeItIsSilent() {
        Work work = accepted("2026-11-23T10:00");

        assertEquals(new WorkClock.Due(WorkStep.CONTACT_OVERDUE, work.contactBy()), clock.next(work));
    }

    @Test
    void silenceIsBrokenByReminderWarningAndRecallAtTheSameTimeOfDay() {
        Work work = contacted("2026-11-23T10:00", "2026-11-23T10:20");

        assertEquals(due(WorkStep.NUDGE, "2026-12-07T10:20"), clock.next(work));
        Work nudged = work.after(WorkStep.NUDGE, berlin("2026-12-07T10:20"));
        assertEquals(due(WorkStep.WARN, "2026-12-14T10:20"), clock.next(nudged));
        Work warned = nudged.after(WorkStep.WARN, berlin("2026-12-14T10:20"));
        assertEquals(due(WorkStep.RECALL, "2026-12-23T10:20"), clock.next(warned));
        assertNull(clock.next(warned.after(WorkStep.RECALL, berlin("2026-12-23T10:20"))));
    }

    @Test
    void aStepThatFallsOnADayOffComesWhenThePartnerOpens() {
        BusinessCalendar closedOnMonday = new BusinessCalendar(WEEKDAYS.week(), Set.of(LocalDate.parse("2026-12-07")));
        Work saturday = contacted("2026-11-20T10:00", "2026-11-21T12:00");

        assertEquals(due(WorkStep.NUDGE, "2026-12-07T09:00"), clock.next(saturday));
        assertEquals(
                due(WorkStep.NUDGE, "2026-12-08T09:00"), new WorkClock(SLA, closedOnMonday, BERLIN).next(saturday));
    }

    @Test
    void daysAreThoseOfTheWallClockAlsoAcrossItsChange() {
        Work work = contacted("2027-03-22T10:00", "2027-03-22T10:20");

        assertEquals(due(WorkStep.NUDGE, "2027-04-05T10:20"), clock.next(work));
    }

    @Test
    void newsMakeTheSilenceBeginAnew() {
        Work warned = contacted("2026-11-23T10:00", "2026-11-23T10:20")
                .after(WorkStep.NUDGE, berlin("2026-12-07T10:20"))
                .after(WorkStep.WARN, berlin("2026-12-14T10:20"));

        Work news = withNews(warned, "2026-12-15T16:00");

        assertEquals(due(WorkStep.NUDGE, "2026-12-29T16:00"), clock.next(news));
    }

    @Test
    void whoWasRemindedLateIsNotWarnedAndRecalledOnTheSameDay() {
        Work work = contacted("2026-11-23T10:00", "2026-11-23T10:20");
        Instant longAfter = berlin("2027-02-01T11:00");

        Work nudged = work.after(WorkStep.NUDGE, longAfter);
        assertEquals(due(WorkStep.WARN, "2027-02-02T11:00"), clock.next(nudged));
        Work warned = nudged.after(WorkStep.WARN, berlin("2027-02-02T11:00"));
        assertEquals(due(WorkStep.RECALL, "2027-02-03T11:00"), clock.next(warned));
    }

    @Test
    void workThatHasEndedIsNotWatched() {
        Work work = contacted("2026-11-23T10:00", "2026-11-23T10:20");

        assertNull(clock.next(copy(work, work.lastNewsAt(), berlin("2026-11-24T10:00"))));
    }

    @Test
    void aContactAtTheVeryInstantAtWhichItIsDueIsLate() {
        Work work = accepted("2026-11-23T10:00");

        assertFalse(contacted(work, work.contactBy()).wasContactedInTime());
        assertTrue(contacted(work, work.contactBy().minusNanos(1_000)).wasContactedInTime());
    }

    private Work accepted(String at) {
        Instant accepted = berlin(at);
        return Work.begin(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                1,
                clock.contactBy(LeadSource.ORDER, accepted),
                accepted);
    }

    private Work contacted(String accepted, String contacted) {
        return contacted(accepted(accepted), berlin(contacted));
    }

    private static Work contacted(Work work, Instant at) {
        return new Work(
                work.offerId(),
                work.leadId(),
                work.partnerId(),
                work.policyVersion(),
                work.acceptedAt(),
                work.contactBy(),
                at,
                null,
                null,
                null,
                null,
                at,
                null);
    }

    private static Work withNews(Work work, String at) {
        return copy(work, berlin(at), null);
    }

    private static Work copy(Work work, Instant lastNewsAt, @Nullable Instant endedAt) {
        return new Work(
                work.offerId(),
                work.leadId(),
                work.partnerId(),
                work.policyVersion(),
                work.acceptedAt(),
                work.contactBy(),
                requireNonNull(work.contactedAt()),
                work.overdueAt(),
                work.nudgedAt(),
                work.warnedAt(),
                work.stalledAt(),
                lastNewsAt,
                endedAt);
    }

    private static WorkClock.Due due(WorkStep step, String at) {
        return new WorkClock.Due(step, berlin(at));
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
