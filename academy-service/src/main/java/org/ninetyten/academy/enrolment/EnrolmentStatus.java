package org.ninetyten.academy.enrolment;

/** An enrolment is open until its exam is passed. */
public enum EnrolmentStatus {
    OPEN,
    COMPLETED
}
