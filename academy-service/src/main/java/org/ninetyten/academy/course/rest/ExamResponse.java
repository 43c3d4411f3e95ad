package org.ninetyten.academy.course.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.Question;
import org.ninetyten.academy.course.QuestionKind;

/** The exam as its editors see it, answers included. Nobody else is ever given this. */
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
