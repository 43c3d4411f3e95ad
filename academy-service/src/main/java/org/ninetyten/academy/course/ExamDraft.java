package org.ninetyten.academy.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An exam as an editor writes it: the rules and the whole bank of questions. */
public record ExamDraft(ExamRules rules, List<QuestionDraft> questions) {

    public ExamDraft {
        questions = List.copyOf(questions);
    }

    /** What keeps this exam from being sat: a reason by the name of the field. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (rules.draw() > questions.size()) {
            faults.put("draw", "draws " + rules.draw() + " of " + questions.size() + " questions");
        }
        for (int i = 0; i < questions.size(); i++) {
            String fault = questions.get(i).fault();
            if (fault != null) {
                faults.put("questions[" + i + "].options", fault);
            }
        }
        return faults;
    }
}
