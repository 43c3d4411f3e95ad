package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

/** Adds a lesson at the end of a draft. */
@ApplicationScoped
public class AddLesson {

    private final Courses courses;
    private final Clock clock;

    AddLesson(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    public Lesson handle(UUID courseId, String title, String markdown) {
        // Two editors who add at once both succeed, one after the other.
        Course course = courses.findByIdOptional(courseId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("course", courseId));
        return course.addLesson(title, markdown, clock.instant());
    }
}
