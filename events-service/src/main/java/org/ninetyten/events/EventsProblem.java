package org.ninetyten.events;

import org.ninetyten.messaging.http.ProblemType;

/** The refusals of this service, beside the general ones. */
public enum EventsProblem implements ProblemType {
    BUDGET_ALREADY_EXISTS(409, "A budget for this year, region and currency exists already"),
    BUDGET_EXHAUSTED(409, "The budget has not enough left"),
    NO_BUDGET(409, "There is no budget for this year, region and currency"),
    PARTNER_NOT_ACTIVE(409, "Only active partners may host"),
    APPLICATION_TOO_LATE(409, "The application came too late and its lead time is not waived"),
    TOPIC_TOO_CLOSE(409, "The same topic is on in the same city at nearly the same time"),
    EVENT_NOT_STARTED(409, "The event has not started yet"),
    EVENT_NOT_OPEN(409, "The event takes no more registrations"),
    CLAIM_ALREADY_OPENED(409, "There is a claim for this event already"),
    CLAIM_WINDOW_CLOSED(409, "The time to claim for this event is over"),
    INVOICE_ALREADY_CLAIMED(409, "An invoice is claimed already");

    private final int status;
    private final String title;

    EventsProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
