package org.ninetyten.academy.course.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseStatus;
import org.ninetyten.academy.course.Level;

/** A course in a list. */
@Schema(examples = """
        {"id": "019ab0d2-3000-7d01-8b01-6a7b8c9d0e01", "code": "IMPL-SPECIALIST",
         "title": "Implementation for specialists", "locale": "en", "version": 1, "competency": "IMPLEMENTATION",
         "level": "SPECIALIST", "status": "PUBLISHED"}
        """)
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
