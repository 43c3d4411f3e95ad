package org.ninetyten.billing.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.ninetyten.billing.legalentity.WorkingDays;

/**
 * The numbers of statements and disputes. A version is valid from a date until the next one is.
 *
 * @param closeAfterDays D + 1: from the day D on which the last hold of the month's lines ends to its close
 * @param payoutDays from the same D to the day by which a statement is paid
 * @param disputeAnswerDays working days
 */
public record StatementPolicy(
        int version,
        LocalDate validFrom,
        int closeAfterDays,
        int objectionDays,
        int payoutDays,
        int disputeAnswerDays) {

    /** The first day on which a month may be closed whose last hold ends on the given day. */
    public LocalDate closesOn(LocalDate lastHoldEnds) {
        return lastHoldEnds.plusDays(closeAfterDays);
    }

    /** When the partner's time to object to a statement ends. */
    public Instant objectionsUntil(Instant issuedAt) {
        return issuedAt.plus(Duration.ofDays(objectionDays));
    }

    /** The day by which a statement is paid. */
    public LocalDate payoutDue(LocalDate issuedOn) {
        return issuedOn.minusDays(closeAfterDays).plusDays(payoutDays);
    }

    /** When a dispute must be answered, by people who work on those days. */
    public Instant answerDue(Instant openedAt, WorkingDays days) {
        return days.after(openedAt, disputeAnswerDays);
    }
}
