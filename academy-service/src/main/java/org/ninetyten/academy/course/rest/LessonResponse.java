package org.ninetyten.academy.course.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.academy.course.Lesson;

/** A lesson with its text in Markdown. */
@Schema(examples = """
        {"id": "019ab0d2-3100-7d03-8b03-6a7b8c9d0e03", "courseId": "019ab0d2-3000-7d01-8b01-6a7b8c9d0e01",
         "title": "Before you install", "markdown": "# Before you install\\n\\nAsk for the *network plan*."}
        """)
record LessonResponse(UUID id, UUID courseId, String title, String markdown) {

    static LessonResponse from(Lesson lesson) {
        return new LessonResponse(lesson.id(), lesson.courseId(), lesson.title(), lesson.markdown());
    }
}
