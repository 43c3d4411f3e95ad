package org.ninetyten.academy.course.rest;

import java.util.UUID;
import org.ninetyten.academy.course.Lesson;

/** A lesson with its text in Markdown. */
record LessonResponse(UUID id, UUID courseId, String title, String markdown) {

    static LessonResponse from(Lesson lesson) {
        return new LessonResponse(lesson.id(), lesson.courseId(), lesson.title(), lesson.markdown());
    }
}
