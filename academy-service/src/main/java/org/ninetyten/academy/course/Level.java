package org.ninetyten.academy.course;

/** How deep a course goes, and with it how long its credential counts. */
public enum Level {
    BASIC,
    SPECIALIST,
    EXPERT
}
