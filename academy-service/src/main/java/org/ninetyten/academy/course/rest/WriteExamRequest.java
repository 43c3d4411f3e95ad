package org.ninetyten.academy.course.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.QuestionDraft;
import org.ninetyten.academy.course.QuestionKind;
import org.ninetyten.academy.course.WriteExam;

/** The whole exam of a draft: it replaces what there was. */
@Schema(examples = """
        {"passPercent": 75, "minutes": 45, "draw": 1, "questions": [
          {"text": "Which of these need a backup first?", "kind": "SINGLE", "tag": "migration", "options": [
            {"text": "An upgrade of the database", "correct": true}, {"text": "A new report", "correct": false}]}]}
        """)
record WriteExamRequest(
        @Min(1) @Max(100) @Schema(description = "Without it the policy's holds.") @Nullable
        Integer passPercent,

        @NotNull @Min(1) @Max(480) Integer minutes,

        @NotNull @Min(1) @Max(200) @Schema(description = "How many questions an attempt draws from the bank.")
        Integer draw,

        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid QuestionInput> questions) {

    /** A question of the bank. */
    @Schema(name = "QuestionInput")
    record QuestionInput(
            @NotBlank @Size(max = 2000) String text,

            @NotNull QuestionKind kind,
            @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid OptionInput> options,

            @Size(max = 40) @Nullable String tag) {

        QuestionDraft draft() {
            return new QuestionDraft(
                    text,
                    kind,
                    options.stream()
                            .map(option -> new QuestionDraft.Option(option.text(), option.correct()))
                            .toList(),
                    tag);
        }
    }

    /** An option of a question. */
    @Schema(name = "OptionInput")
    record OptionInput(
            @NotBlank @Size(max = 1000) String text,

            @NotNull Boolean correct) {}

    WriteExam.Command command() {
        return new WriteExam.Command(
                passPercent,
                minutes,
                draw,
                questions.stream().map(QuestionInput::draft).toList());
    }
}
