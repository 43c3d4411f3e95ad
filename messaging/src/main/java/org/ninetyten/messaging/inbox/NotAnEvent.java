package org.ninetyten.messaging.inbox;

/** A record that does not carry a CloudEvents envelope that this platform can read. */
class NotAnEvent extends RuntimeException {

    NotAnEvent(String message) {
        super(message);
    }

    NotAnEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
