package org.ninetyten.billing.database;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
