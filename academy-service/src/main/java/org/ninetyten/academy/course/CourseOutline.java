package org.ninetyten.academy.course;

import org.jspecify.annotations.Nullable;

/** What a course is about, before it has any content. */
public record CourseOutline(
        String code,
        String title,
        String locale,
        Competency competency,
        Level level,
        @Nullable Integer validityMonths) {}
