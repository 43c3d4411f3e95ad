package org.ninetyten.academy.course;

/** The point of income that a course teaches. */
public enum Competency {
    LICENCE,
    IMPLEMENTATION,
    INTEGRATION,
    CUSTOMISATION,
    SUPPORT,
    AUDIT,
    INHOUSE_INTEGRATION,
    MOBILE_APP,
    DATA_MIGRATION,
    TRAINING,
    HOSTING_ADMIN,
    DEMO_INSTALL
}
