package org.ninetyten.academy.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.messaging.http.ProblemException;

/** Notes that a person has done a lesson. */
@ApplicationScoped
public class CompleteLesson {

    private final Enrolments enrolments;
    private final CourseQueries courses;
    private final Clock clock;

    CompleteLesson(Enrolments enrolments, CourseQueries courses, Clock clock) {
        this.enrolments = enrolments;
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    public void handle(UUID enrolmentId, UUID lessonId) {
        Enrolment enrolment = enrolments.getLocked(enrolmentId);
        if (!courses.get(enrolment.courseId()).lessonIds().contains(lessonId)) {
            throw ProblemException.notFound("lesson", lessonId);
        }
        enrolment.completeLesson(lessonId, clock.instant());
    }
}
