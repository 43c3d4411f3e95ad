package org.ninetyten.messaging.inbox;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells "the database is away", where waiting helps, from "this event does not work". */
final class DatabaseFailure {

    /** SQLState classes: connection lost, insufficient resources, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    /** Shut down by an operator, crashed, starting up, and a primary that has become read-only. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "25006");

    private static final int DEEPEST_CAUSE = 20;

    private DatabaseFailure() {}

    static boolean isBehind(Throwable failure) {
        return isBehind(failure, 0);
    }

    private static boolean isBehind(Throwable failure, int depth) {
        if (depth > DEEPEST_CAUSE) {
            return false;
        }
        if (failure instanceof SQLException sql && isAway(sql)) {
            return true;
        }
        // The transaction manager hands on what the driver said as a suppressed exception.
        for (Throwable suppressed : failure.getSuppressed()) {
            if (isBehind(suppressed, depth + 1)) {
                return true;
            }
        }
        Throwable cause = failure.getCause();
        return cause != null && isBehind(cause, depth + 1);
    }

    private static boolean isAway(SQLException e) {
        if (e instanceof SQLTransientConnectionException || e instanceof SQLRecoverableException) {
            return true;
        }
        String state = e.getSQLState();
        if (state == null) {
            // The pool has no state for "no connection became free in time".
            String message = e.getMessage();
            return message != null && message.contains("acquisition timeout");
        }
        return STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
