package org.ninetyten.events.registration;

/** Whether a visitor has a place. */
public enum RegistrationStatus {
    REGISTERED,
    WAITLISTED
}
