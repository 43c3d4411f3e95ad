package org.ninetyten.academy.attempt.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.attempt.Attempt;
import org.ninetyten.academy.attempt.AttemptStatus;
import org.ninetyten.academy.attempt.DrawnQuestion;
import org.ninetyten.academy.course.AnswerOption;
import org.ninetyten.academy.course.Question;
import org.ninetyten.academy.course.QuestionKind;

/** An attempt: its questions while it runs, its result afterwards, the right answers never. */
@Schema(examples = """
        {"id": "019ab0d2-5000-7d04-8b04-6a7b8c9d0e04", "enrolmentId": "019ab0d2-4000-7d02-8b02-6a7b8c9d0e02", "ordinal": 1,
         "status": "PASSED", "startedAt": "2026-11-23T09:00:00Z", "endsAt": "2026-11-23T09:45:00Z",
         "endedAt": "2026-11-23T09:30:00Z", "passPercent": 75, "correct": 1, "scorePercent": 100,
         "credentialId": "019ab0d2-7c11-7a3e-9d52-0f6f3f7f1c01"}
        """)
record AttemptResponse(
        UUID id,
        UUID enrolmentId,

        @Schema(description = "The first attempt of an enrolment is 1.")
        int ordinal,

        AttemptStatus status,
        Instant startedAt,

        @Schema(description = "What is submitted later than this is not graded.")
        Instant endsAt,

        @Nullable Instant endedAt,
        int passPercent,

        @Schema(description = "Only while the attempt runs.") @Nullable
        List<AskedQuestion> questions,

        @Nullable Integer correct,
        @Nullable Integer scorePercent,
        @Nullable UUID credentialId) {

    /** A question as it is asked. */
    record AskedQuestion(UUID id, String text, QuestionKind kind, List<AskedOption> options) {}

    /** An option as it is shown. */
    record AskedOption(UUID id, String text) {}

    static AttemptResponse from(Attempt attempt, Instant now, Supplier<Map<UUID, Question>> bank) {
        AttemptStatus status = attempt.statusAt(now);
        boolean running = status == AttemptStatus.STARTED;
        return new AttemptResponse(
                attempt.id(),
                attempt.enrolmentId(),
                attempt.ordinal(),
                status,
                attempt.startedAt(),
                attempt.endsAt(),
                running ? null : attempt.end(),
                attempt.passPercent(),
                running ? asked(attempt.questions(), bank.get()) : null,
                attempt.correct(),
                attempt.scorePercent(),
                attempt.credentialId());
    }

    private static List<AskedQuestion> asked(List<DrawnQuestion> drawn, Map<UUID, Question> bank) {
        return drawn.stream()
                .map(question -> {
                    Question full = bank.get(question.questionId());
                    if (full == null) {
                        throw new IllegalStateException(
                                "The question " + question.questionId() + " is not in the bank.");
                    }
                    Map<UUID, String> texts =
                            full.options().stream().collect(Collectors.toMap(AnswerOption::id, AnswerOption::text));
                    return new AskedQuestion(
                            full.id(),
                            full.text(),
                            full.kind(),
                            question.optionIds().stream()
                                    .map(option -> new AskedOption(option, texts.getOrDefault(option, "")))
                                    .toList());
                })
                .toList();
    }
}
