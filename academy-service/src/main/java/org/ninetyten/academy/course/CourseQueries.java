package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** Reads courses. */
@ApplicationScoped
public class CourseQueries {

    private final Courses courses;

    CourseQueries(Courses courses) {
        this.courses = courses;
    }

    /** What a list of courses is narrowed to; null narrows nothing. */
    public record Filter(
            @Nullable String code,
            @Nullable String locale,
            @Nullable Competency competency,
            @Nullable Level level,
            @Nullable CourseStatus status) {}

    public Course get(UUID id) {
        return courses.get(id);
    }

    /** A course that the caller may see: drafts are for editors alone. */
    public Course get(UUID id, boolean editor) {
        Course course = courses.get(id);
        if (course.isDraft() && !editor) {
            throw ProblemException.notFound("course", id);
        }
        return course;
    }

    public Lesson lesson(UUID courseId, UUID lessonId, boolean editor) {
        return get(courseId, editor).lessons().stream()
                .filter(lesson -> lesson.id().equals(lessonId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("lesson", lessonId));
    }

    /** Courses in the order of their ids, one more than the limit when there are more. */
    public List<Course> list(Filter filter, boolean editor, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        narrow(conditions, values, "code", filter.code());
        narrow(conditions, values, "locale", filter.locale());
        narrow(conditions, values, "competency", filter.competency());
        narrow(conditions, values, "level", filter.level());
        narrow(conditions, values, "status", filter.status());
        if (!editor) {
            conditions.add("status <> :draft");
            values.put("draft", CourseStatus.DRAFT);
        }
        if (after != null) {
            conditions.add("id > :after");
            values.put("after", after);
        }
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return courses.find(where + "order by id", values).range(0, limit).list();
    }

    private static void narrow(
            List<String> conditions, Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            values.put(field, value);
        }
    }
}
