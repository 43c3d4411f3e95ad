package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Starts the next version of a published course as a copy. */
@ApplicationScoped
public class StartNextVersion {

    private final Courses courses;
    private final Clock clock;

    StartNextVersion(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    public Course handle(UUID courseId) {
        Course course = courses.get(courseId);
        courses.takeTurns(course.code(), course.locale());
        if (courses.hasDraft(course.code(), course.locale())) {
            throw new ProblemException(CourseProblem.DRAFT_EXISTS, "Finish or change the draft that there is.");
        }
        if (courses.latestVersion(course.code(), course.locale()) != course.version()) {
            throw new ProblemException(GeneralProblem.ILLEGAL_STATE, "Only the latest version can have a next one.");
        }
        Course next = course.nextVersion(clock.instant());
        courses.persistAndFlush(next);
        return next;
    }
}
