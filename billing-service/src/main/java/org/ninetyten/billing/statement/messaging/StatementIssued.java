package org.ninetyten.billing.statement.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.ninetyten.billing.statement.Statement;

/** A partner has a statement. Contract: {@code statement.issued.v1}. */
record StatementIssued(
        UUID statementId,
        String number,
        String legalEntity,
        UUID partnerId,
        String currency,
        String period,
        long openingMinor,
        long linesMinor,
        long recoveredMinor,
        long paidMinor,
        long closingMinor,
        long owedBackMinor,
        int lineCount,
        Instant objectionsUntil,
        LocalDate payoutDue,
        Instant occurredAt) {

    static StatementIssued from(Statement statement) {
        return new StatementIssued(
                statement.id(),
                statement.number(),
                statement.legalEntity(),
                statement.partnerId(),
                statement.currency(),
                statement.period().toString(),
                statement.openingMinor(),
                statement.linesMinor(),
                statement.recoveredMinor(),
                statement.paidMinor(),
                statement.closingMinor(),
                statement.owedBackMinor(),
                statement.lineCount(),
                statement.objectionsUntil(),
                statement.payoutDue(),
                statement.issuedAt());
    }
}
