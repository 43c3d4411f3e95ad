package org.ninetyten.leadrouting.deal;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only deals know. */
public enum DealProblem implements ProblemType {
    DEAL_ALREADY_OPENED(409, "The lead has a deal already."),
    DEAL_WITHOUT_LINES(409, "A deal without estimate lines cannot be won."),
    LICENCE_EXCEEDS_TENTH(409, "The licence is more than a tenth of the estimate."),
    NO_PARTNER_OF_RECORD(409, "The customer has no partner of record."),
    NOTHING_BOUGHT_YET(409, "The customer has bought nothing yet."),
    PROTECTED_FOR_ANOTHER(409, "The customer is protected for another partner."),
    RENEWED_ALREADY(409, "The deal is being renewed already."),
    AMOUNT_TOO_LARGE(400, "The amounts are larger than can be counted exactly."),
    REFUND_EXCEEDS_LINE(409, "No more can be refunded of a line than what remains of it."),
    NOTHING_TO_REFUND(409, "Nothing remains that could be refunded.");

    private final int status;
    private final String title;

    DealProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
