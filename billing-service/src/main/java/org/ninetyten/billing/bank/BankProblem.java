package org.ninetyten.billing.bank;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only bank details know. */
public enum BankProblem implements ProblemType {
    OWN_PROPOSAL("Nobody confirms bank details of their own proposing.");

    private final String title;

    BankProblem(String title) {
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
