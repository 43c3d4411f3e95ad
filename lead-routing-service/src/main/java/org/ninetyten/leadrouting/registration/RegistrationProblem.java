package org.ninetyten.leadrouting.registration;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only registrations know. */
public enum RegistrationProblem implements ProblemType {
    REGISTERED_ALREADY(409, "The partner has registered this customer for this product already."),
    NOT_CONTESTABLE(409, "This refusal cannot be contested."),
    CASE_DECIDED_ALREADY(409, "The case was decided."),
    TOO_MUCH_EVIDENCE(409, "This side has brought as much evidence as it may."),
    CUSTOMER_PROTECTED_MEANWHILE(409, "A third partner has a live protection of the customer.");

    private final int status;
    private final String title;

    RegistrationProblem(int status, String title) {
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
