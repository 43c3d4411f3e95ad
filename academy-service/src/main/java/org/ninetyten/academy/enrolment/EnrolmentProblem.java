package org.ninetyten.academy.enrolment;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** Why a person is not enrolled, or gets no further. */
public enum EnrolmentProblem implements ProblemType {
    ALREADY_ENROLLED(409, "The person is on this course already"),
    COURSE_NOT_OPEN(409, "The course takes no new learners"),
    PARTNER_TERMINATED(409, "The network has parted with the partner"),
    STAFF_LEFT(409, "The person has left the partner");

    private final int status;
    private final String title;

    EnrolmentProblem(int status, String title) {
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
