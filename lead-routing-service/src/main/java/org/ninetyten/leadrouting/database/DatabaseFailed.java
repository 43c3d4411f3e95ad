package org.ninetyten.leadrouting.database;

import java.sql.SQLException;

/** A statement could not be run; the transaction is lost. */
public class DatabaseFailed extends RuntimeException {

    public DatabaseFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
