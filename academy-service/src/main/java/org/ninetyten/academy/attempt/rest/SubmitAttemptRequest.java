package org.ninetyten.academy.attempt.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.academy.attempt.GivenAnswer;

/** The answers to an attempt; a question that is left out counts as wrong. */
@Schema(examples = """
        {"answers": [{"questionId": "019ab0d2-3200-7d05-8b05-6a7b8c9d0e05",
                      "optionIds": ["019ab0d2-3300-7d06-8b06-6a7b8c9d0e06"]}]}
        """)
record SubmitAttemptRequest(@NotNull @Size(max = 200) List<@NotNull @Valid AnswerInput> answers) {

    /** The options chosen for a question. */
    @Schema(name = "AnswerInput")
    record AnswerInput(
            @NotNull UUID questionId,
            @NotNull @Size(max = 20) List<@NotNull UUID> optionIds) {}

    List<GivenAnswer> given() {
        return answers.stream()
                .map(answer -> new GivenAnswer(answer.questionId(), List.copyOf(answer.optionIds())))
                .toList();
    }
}
