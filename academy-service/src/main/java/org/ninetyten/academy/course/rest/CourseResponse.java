package org.ninetyten.academy.course.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseStatus;
import org.ninetyten.academy.course.ExamRules;
import org.ninetyten.academy.course.Level;

/** A course with the titles of its lessons and the rules of its exam. */
@Schema(examples = """
        {"id": "019ab0d2-3000-7d01-8b01-6a7b8c9d0e01", "code": "IMPL-SPECIALIST",
         "title": "Implementation for specialists", "locale": "en", "version": 1, "competency": "IMPLEMENTATION",
         "level": "SPECIALIST", "status": "PUBLISHED", "publishedAt": "2026-11-20T08:00:00Z",
         "lessons": [{"id": "019ab0d2-3100-7d03-8b03-6a7b8c9d0e03", "title": "Before you install"}],
         "exam": {"passPercent": 75, "minutes": 45, "draw": 1}}
        """)
record CourseResponse(
        UUID id,
        String code,
        String title,
        String locale,
        int version,
        Competency competency,
        Level level,
        @Nullable Integer validityMonths,
        CourseStatus status,
        @Nullable Instant publishedAt,
        List<LessonTitle> lessons,
        @Nullable ExamOutline exam) {

    /** A lesson without its text. */
    record LessonTitle(UUID id, String title) {}

    /** What a learner may know of the exam before sitting it. */
    record ExamOutline(int passPercent, int minutes, int draw) {

        static @Nullable ExamOutline from(@Nullable ExamRules rules) {
            return rules == null ? null : new ExamOutline(rules.passPercent(), rules.minutes(), rules.draw());
        }
    }

    static CourseResponse from(Course course) {
        return new CourseResponse(
                course.id(),
                course.code(),
                course.title(),
                course.locale(),
                course.version(),
                course.competency(),
                course.level(),
                course.validityMonths(),
                course.status(),
                course.publishedAt(),
                course.lessons().stream()
                        .map(lesson -> new LessonTitle(lesson.id(), lesson.title()))
                        .toList(),
                ExamOutline.from(course.examRules()));
    }
}
