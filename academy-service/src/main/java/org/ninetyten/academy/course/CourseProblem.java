package org.ninetyten.academy.course;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** Why a course is not changed as asked. */
public enum CourseProblem implements ProblemType {
    COURSE_CODE_TAKEN(409, "There is a course with this code and locale"),
    COURSE_INCOMPLETE(409, "The course lacks what it takes to be published"),
    DRAFT_EXISTS(409, "There is a draft of this course already");

    private final int status;
    private final String title;

    CourseProblem(int status, String title) {
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
