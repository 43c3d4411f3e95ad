package org.ninetyten.partner;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only this service knows. */
public enum PartnerProblem implements ProblemType {
    APPLICATION_NOT_POSSIBLE(409, "This company cannot apply at present.");

    private final int status;
    private final String title;

    PartnerProblem(int status, String title) {
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
