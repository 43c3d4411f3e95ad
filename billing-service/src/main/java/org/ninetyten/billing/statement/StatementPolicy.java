package org.ninetyten.billing.statement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The numbers of statements and disputes. A version is valid from a date until the next one is.
 *
 * @param closeAfterMonths whole months between a month and its close, so that the holds of its lines have ended
 * @param payoutDays from the last day before the close to the day by which a statement is paid
 * @param disputeAnswerDays working days
 */
public record StatementPolicy(
        int version,
        LocalDate validFrom,
        int closeAfterMonths,
        int objectionDays,
        int payoutDays,
        int disputeAnswerDays) {

    /** The first day on which a month may be closed. */
    public LocalDate closesOn(YearMonth period) {
        return period.plusMonths(closeAfterMonths + 1L).atDay(1);
    }

    /** The latest month that may be closed on a day. */
    public YearMonth latestToClose(LocalDate day) {
        return YearMonth.from(day).minusMonths(closeAfterMonths + 1L);
    }

    /** When the partner's time to object to a statement ends. */
    public Instant objectionsUntil(Instant issuedAt) {
        return issuedAt.plus(Duration.ofDays(objectionDays));
    }

    /** The day by which a statement is paid. */
    public LocalDate payoutDue(LocalDate issuedOn) {
        return issuedOn.minusDays(1).plusDays(payoutDays);
    }

    /** When a dispute must be answered; Saturday and Sunday don't count. */
    public Instant answerDue(Instant openedAt) {
        Instant due = openedAt;
        int left = disputeAnswerDays;
        while (left > 0) {
            due = due.plus(Duration.ofDays(1));
            DayOfWeek day = due.atZone(ZoneOffset.UTC).getDayOfWeek();
            if (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return due;
    }
}
