package org.ninetyten.leadrouting.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.time.BusinessCalendar;

/**
 * When a partner must have done what, by the clock on its wall.
 *
 * <p>The first contact is due after so many of its business minutes. Silence is counted in days of its calendar: a step
 * comes at the same time of day as the last news, so many days later, and if it does not work then, when it opens next.
 * Two steps never come on one day: who was reminded late, because the service stood still, is not recalled at once.
 *
 * @param sla the times of the policy that the lead was accepted under
 * @param calendar the partner's hours and holidays as they are now; what is due already is not moved by a change
 */
public record WorkClock(RoutingPolicy.Sla sla, BusinessCalendar calendar, ZoneId zone) {

    /** A step, and the instant from which on it is due. */
    public record Due(WorkStep step, Instant at) {}

    /** Until when the customer of a lead accepted now must be contacted. */
    public Instant contactBy(LeadSource source, Instant acceptedAt) {
        return calendar.plusMinutes(acceptedAt, sla.firstContactMinutes(source), zone);
    }

    /** The next step unless something is heard before, or nothing when there is none left or the work has ended. */
    public @Nullable Due next(Work work) {
        if (work.endedAt() != null) {
            return null;
        }
        Due ofNews = nextOfSilence(work);
        if (work.contactedAt() == null
                && work.overdueAt() == null
                && (ofNews == null || !work.contactBy().isAfter(ofNews.at()))) {
            return new Due(WorkStep.CONTACT_OVERDUE, work.contactBy());
        }
        return ofNews;
    }

    private @Nullable Due nextOfSilence(Work work) {
        Instant news = work.lastNewsAt();
        Instant nudged = since(work.nudgedAt(), news);
        Instant warned = since(work.warnedAt(), news);
        if (since(work.stalledAt(), news) != null) {
            return null;
        }
        if (warned != null) {
            return new Due(WorkStep.RECALL, later(daysAfter(news, sla.recallDays()), daysAfter(warned, 1)));
        }
        if (nudged != null) {
            return new Due(WorkStep.WARN, later(daysAfter(news, sla.warnDays()), daysAfter(nudged, 1)));
        }
        return new Due(WorkStep.NUDGE, daysAfter(news, sla.nudgeDays()));
    }

    private static @Nullable Instant since(@Nullable Instant told, Instant news) {
        return told == null || told.isBefore(news) ? null : told;
    }

    private Instant daysAfter(Instant from, int days) {
        Instant then =
                LocalDateTime.ofInstant(from, zone).plusDays(days).atZone(zone).toInstant();
        return calendar.nextOpening(then, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
