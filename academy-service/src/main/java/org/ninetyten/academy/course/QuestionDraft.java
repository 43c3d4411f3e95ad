package org.ninetyten.academy.course;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as an editor writes it. */
public record QuestionDraft(
        String text,
        QuestionKind kind,
        List<Option> options,
        @Nullable String tag) {

    private static final int FEWEST_OPTIONS = 2;

    public QuestionDraft {
        options = List.copyOf(options);
    }

    /** An option as an editor writes it. */
    public record Option(String text, boolean correct) {}

    /** What is wrong with the options, or null when nothing is. */
    @Nullable
    String fault() {
        long correct = options.stream().filter(Option::correct).count();
        if (options.size() < FEWEST_OPTIONS) {
            return "needs at least " + FEWEST_OPTIONS + " options";
        }
        if (options.stream().map(Option::text).distinct().count() < options.size()) {
            return "has two options with the same text";
        }
        if (correct == 0) {
            return "needs at least one correct option";
        }
        if (kind == QuestionKind.SINGLE && correct > 1) {
            return "is SINGLE and has " + correct + " correct options";
        }
        return null;
    }
}
