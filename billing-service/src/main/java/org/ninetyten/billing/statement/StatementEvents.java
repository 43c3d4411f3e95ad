package org.ninetyten.billing.statement;

import java.util.List;

/** Tells others about statements. */
public interface StatementEvents {

    /** Statements were issued, in the caller's transaction. */
    void issued(List<Statement> statements);
}
