package org.ninetyten.events.marketingevent;

/** Where an event stands. */
public enum EventStatus {
    SCHEDULED,
    HELD,
    CANCELLED,
    NOT_HELD
}
