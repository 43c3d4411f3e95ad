package org.ninetyten.messaging.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections that belong to whoever asks, outside of the service's pool and transactions. */
@FunctionalInterface
interface ConnectionSource {

    Connection open() throws SQLException;
}
