package org.ninetyten.academy.course.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseStatus;
import org.ninetyten.academy.course.Level;

/** A course in a list. */
record CourseSummary(
        UUID id,
        String code,
        String title,
        String locale,
        int version,
        Competency competency,
        Level level,
        @Nullable Integer validityMonths,
        CourseStatus status) {

    static CourseSummary from(Course course) {
        return new CourseSummary(
                course.id(),
                course.code(),
                course.title(),
                course.locale(),
                course.version(),
                course.competency(),
                course.level(),
                course.validityMonths(),
                course.status());
    }
}
