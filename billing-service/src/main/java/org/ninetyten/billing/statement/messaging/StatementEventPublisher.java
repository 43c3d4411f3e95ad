package org.ninetyten.billing.statement.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.billing.statement.Statement;
import org.ninetyten.billing.statement.StatementEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes statements on {@code billing.statement}. */
@ApplicationScoped
class StatementEventPublisher implements StatementEvents {

    private final Outbox outbox;

    StatementEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(List<Statement> statements) {
        outbox.appendAll(statements.stream()
                .map(statement -> new OutgoingEvent(
                        "billing.statement",
                        statement.partnerId().toString(),
                        "org.ninetyten.billing.statement.issued.v1",
                        StatementIssued.from(statement)))
                .toList());
    }
}
