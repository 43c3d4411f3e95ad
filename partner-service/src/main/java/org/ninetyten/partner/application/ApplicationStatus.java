package org.ninetyten.partner.application;

import java.util.EnumSet;
import java.util.Set;

/** How far an application has come. */
public enum ApplicationStatus {
    SUBMITTED,
    SCREENING,
    APPROVED,
    REJECTED;

    /** The states that may follow. */
    public Set<ApplicationStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(SCREENING);
            case SCREENING -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED, REJECTED -> EnumSet.noneOf(ApplicationStatus.class);
        };
    }
}
