package org.ninetyten.academy.course;

/** How many options of a question are right. */
public enum QuestionKind {
    SINGLE,
    MULTIPLE
}
