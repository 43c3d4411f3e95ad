package org.ninetyten.messaging.inbox;

import java.sql.SQLException;

/** The inbox table could not be read or written. */
class InboxUnavailable extends RuntimeException {

    InboxUnavailable(SQLException cause) {
        super("Cannot use the inbox", cause);
    }
}
