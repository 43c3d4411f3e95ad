package org.ninetyten.leadrouting.lead;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only leads and offers know. */
public enum LeadProblem implements ProblemType {
    OFFER_ALREADY_ANSWERED("The offer was answered before."),
    OFFER_EXPIRED("The time to answer the offer is over."),
    PARTNER_NOT_ELIGIBLE("The partner may not have this lead."),
    DEAL_IS_OPEN("There is a deal of the lead that is not closed."),
    FEEDBACK_IS_CLOSED("It is too late for feedback on the lead.");

    private final String title;

    LeadProblem(String title) {
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
