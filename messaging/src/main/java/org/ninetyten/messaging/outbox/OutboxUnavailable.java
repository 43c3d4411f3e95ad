package org.ninetyten.messaging.outbox;

import java.sql.SQLException;

/** The outbox table did not take the events; the caller's transaction must not commit. */
public class OutboxUnavailable extends RuntimeException {

    OutboxUnavailable(SQLException cause) {
        super("Cannot use the outbox", cause);
    }
}
