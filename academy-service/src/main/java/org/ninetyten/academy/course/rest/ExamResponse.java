package org.ninetyten.academy.course.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.Question;
import org.ninetyten.academy.course.QuestionKind;

/** The exam as its editors see it, answers included. Nobody else is ever given this. */
@Schema(examples = """
        {"passPercent": 75, "minutes": 45, "draw": 1, "questions": [
          {"id": "019ab0d2-3200-7d05-8b05-6a7b8c9d0e05", "text": "Which of these need a backup first?",
           "kind": "SINGLE", "tag": "migration", "options": [
            {"id": "019ab0d2-3300-7d06-8b06-6a7b8c9d0e06", "text": "An upgrade of the database", "correct": true},
            {"id": "019ab0d2-3300-7d07-8b07-6a7b8c9d0e07", "text": "A new report", "correct": false}]}]}
        """)
record ExamResponse(int passPercent, int minutes, int draw, List<BankQuestion> questions) {

    /** A question of the bank. */
    record BankQuestion(
            UUID id,
            String text,
            QuestionKind kind,
            @Nullable String tag,
            List<BankOption> options) {

        static BankQuestion from(Question question) {
            return new BankQuestion(
                    question.id(),
                    question.text(),
                    question.kind(),
                    question.tag(),
                    question.options().stream()
                            .map(option -> new BankOption(option.id(), option.text(), option.correct()))
                            .toList());
        }
    }

    /** An option, and whether it is right. */
    record BankOption(UUID id, String text, boolean correct) {}

    static ExamResponse from(Course course) {
        return new ExamResponse(
                course.exam().passPercent(),
                course.exam().minutes(),
                course.exam().draw(),
                course.questions().stream().map(BankQuestion::from).toList());
    }
}
