package org.ninetyten.academy.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.course.QuestionDraft.Option;

class ExamDraftTest {

    private static final QuestionDraft SOUND = question(
            QuestionKind.SINGLE, new Option("right", true), new Option("wrong", false), new Option("odd", false));

    @Test
    void aSoundExamHasNoFaults() {
        assertEquals(Map.of(), exam(1, SOUND).faults());
    }

    @Test
    void cannotDrawMoreQuestionsThanTheBankHolds() {
        assertEquals(Map.of("draw", "draws 2 of 1 questions"), exam(2, SOUND).faults());
    }

    @Test
    void aQuestionNeedsARightOption() {
        assertEquals(
                Map.of("questions[1].options", "needs at least one correct option"),
                exam(1, SOUND, question(QuestionKind.MULTIPLE, new Option("a", false), new Option("b", false)))
                        .faults());
    }

    @Test
    void aQuestionNeedsTwoOptions() {
        assertEquals(
                Map.of("questions[0].options", "needs at least 2 options"),
                exam(1, question(QuestionKind.SINGLE, new Option("a", true))).faults());
    }

    @Test
    void aSingleChoiceHasOneRightOption() {
        assertEquals(
                Map.of("questions[0].options", "is SINGLE and has 2 correct options"),
                exam(1, question(QuestionKind.SINGLE, new Option("a", true), new Option("b", true)))
                        .faults());
    }

    @Test
    void optionsCanBeToldApart() {
        assertEquals(
                Map.of("questions[0].options", "has two options with the same text"),
                exam(1, question(QuestionKind.SINGLE, new Option("a", true), new Option("a", false)))
                        .faults());
    }

    private static ExamDraft exam(int draw, QuestionDraft... questions) {
        return new ExamDraft(new ExamRules(75, 30, draw), List.of(questions));
    }

    private static QuestionDraft question(QuestionKind kind, Option... options) {
        return new QuestionDraft("Which?", kind, List.of(options), null);
    }
}
