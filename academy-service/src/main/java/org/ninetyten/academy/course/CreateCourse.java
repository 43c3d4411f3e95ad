package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.ninetyten.messaging.http.ProblemException;

/** Starts the first version of a course. */
@ApplicationScoped
public class CreateCourse {

    private final Courses courses;
    private final Clock clock;

    CreateCourse(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    public Course handle(CourseOutline outline) {
        courses.takeTurns(outline.code(), outline.locale());
        if (courses.latestVersion(outline.code(), outline.locale()) > 0) {
            throw new ProblemException(
                    CourseProblem.COURSE_CODE_TAKEN,
                    "The course " + outline.code() + " exists in " + outline.locale() + ".");
        }
        Course course = Course.draft(outline, clock.instant());
        courses.persistAndFlush(course);
        return course;
    }
}
