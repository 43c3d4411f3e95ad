package org.ninetyten.academy.attempt;

/** An attempt is graded the moment it is submitted, so it runs or has ended in one of three ways. */
public enum AttemptStatus {
    STARTED,
    PASSED,
    FAILED,
    TIMED_OUT
}
