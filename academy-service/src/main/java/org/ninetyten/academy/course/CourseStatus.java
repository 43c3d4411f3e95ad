package org.ninetyten.academy.course;

/** Where a version of a course stands; only drafts can be changed. */
public enum CourseStatus {
    DRAFT,
    PUBLISHED,
    /** A later version was published. Whoever began this one finishes it. */
    SUPERSEDED
}
