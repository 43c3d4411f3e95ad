package org.ninetyten.academy.attempt;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** Why an attempt doesn't start or isn't graded. */
public enum AttemptProblem implements ProblemType {
    LESSONS_INCOMPLETE(409, "There are lessons left to do before the exam"),
    ATTEMPT_RUNNING(409, "An attempt is running already"),
    COOL_DOWN(409, "The next attempt has to wait"),
    ATTEMPT_ALREADY_ENDED(409, "The attempt has ended already");

    private final int status;
    private final String title;

    AttemptProblem(int status, String title) {
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
