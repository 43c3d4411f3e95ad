package org.ninetyten.academy.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.course.QuestionDraft.Option;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

class CourseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ExamDraft EXAM = new ExamDraft(
            new ExamRules(75, 30, 1),
            List.of(new QuestionDraft(
                    "Which?", QuestionKind.SINGLE, List.of(new Option("a", true), new Option("b", false)), "tag")));

    private final Course course = Course.draft(
            new CourseOutline("IMPL", "Implementation", "en", Competency.IMPLEMENTATION, Level.SPECIALIST, null), NOW);

    @Test
    void aCourseWithoutLessonsIsNotPublished() {
        course.writeExam(EXAM, NOW);
        assertEquals(CourseProblem.COURSE_INCOMPLETE, refusal(() -> course.publish(NOW)));
    }

    @Test
    void aCourseWithoutAnExamIsNotPublished() {
        course.addLesson("One", "text", NOW);
        assertEquals(CourseProblem.COURSE_INCOMPLETE, refusal(() -> course.publish(NOW)));
    }

    @Test
    void aPublishedVersionStaysAsItIs() {
        publish();
        assertEquals(GeneralProblem.ILLEGAL_STATE, refusal(() -> course.addLesson("Two", "text", NOW)));
        assertEquals(GeneralProblem.ILLEGAL_STATE, refusal(() -> course.writeExam(EXAM, NOW)));
        assertEquals(GeneralProblem.ILLEGAL_STATE, refusal(() -> course.publish(NOW)));
    }

    @Test
    void theNextVersionStartsWithAllThatThisOneHas() {
        publish();
        Course next = course.nextVersion(NOW);
        assertEquals(2, next.version());
        assertEquals(CourseStatus.DRAFT, next.status());
        assertEquals(course.exam(), next.exam());
        assertEquals(
                course.lessons().stream().map(Lesson::title).toList(),
                next.lessons().stream().map(Lesson::title).toList());
        assertEquals(
                course.questions().stream().map(Question::draft).toList(),
                next.questions().stream().map(Question::draft).toList());
        assertNotEquals(course.lessonIds(), next.lessonIds());
    }

    @Test
    void aDraftHasNoNextVersion() {
        assertEquals(GeneralProblem.ILLEGAL_STATE, refusal(() -> course.nextVersion(NOW)));
    }

    @Test
    void anExamWithFaultsIsNeverKept() {
        ExamDraft faulty = new ExamDraft(new ExamRules(75, 30, 2), EXAM.questions());
        assertThrows(IllegalArgumentException.class, () -> course.writeExam(faulty, NOW));
    }

    private void publish() {
        course.addLesson("One", "text", NOW);
        course.writeExam(EXAM, NOW);
        course.publish(NOW);
    }

    private static Object refusal(Runnable action) {
        return assertThrows(ProblemException.class, action::run).type();
    }
}
