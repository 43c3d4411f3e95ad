package org.ninetyten.billing.payout;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only payouts know. */
public enum PayoutProblem implements ProblemType {
    OWN_PAYOUT("Nobody approves or decides about payouts of their own making."),
    APPROVED_BEFORE("Two approvals are those of two people."),
    NOTHING_TO_SUBMIT("There is no approved payout that can be told to the bank."),
    BATCH_ANSWERED("A batch that was answered is not sent again.");

    private final String title;

    PayoutProblem(String title) {
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String title() {
        return title;
    }
}
