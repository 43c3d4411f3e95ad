package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Publishes a draft; the version published before takes no new learners. */
@ApplicationScoped
public class PublishCourse {

    private final Courses courses;
    private final Clock clock;

    PublishCourse(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @Transactional
    public Course handle(UUID courseId) {
        Course course = courses.get(courseId);
        courses.takeTurns(course.code(), course.locale());
        Instant now = clock.instant();
        courses.getEntityManager().refresh(course);
        courses.published(course.code(), course.locale())
                .filter(earlier -> !earlier.id().equals(courseId))
                .ifPresent(earlier -> earlier.supersede(now));
        // First the one that steps back: at no time are two versions published.
        courses.flush();
        course.publish(now);
        courses.flush();
        return course;
    }
}
