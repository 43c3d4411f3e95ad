package org.ninetyten.billing.statement.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.statement.Statement;

/** What a partner is told about a month in one currency. */
@Schema(
        description = "closing = opening + lines - recovered - paid, in minor units; positive when the vendor owes it.",
        examples = """
                {"id": "019ab0fb-1000-7a1a-8a1a-0a1b2c3d4f1a", "number": "SB-2026-000042", "legalEntity": "VENDOR",
                 "legalEntityName": "The vendor",
                 "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "currency": "EUR", "period": "2026-09",
                 "openingMinor": 1200, "linesMinor": 40000, "recoveredMinor": 5000, "paidMinor": 1200,
                 "closingMinor": 35000, "owedBackMinor": 0, "lineCount": 3, "issuedAt": "2026-11-01T00:10:00Z",
                 "objectionsUntil": "2026-11-08T00:10:00Z", "payoutDue": "2026-11-10", "state": "ISSUED"}
                """)
record StatementResponse(
        UUID id,

        @Schema(description = "The self-billing number: without gaps for each company of the vendor and year.")
        String number,

        String legalEntity,

        @Schema(description = "What the company was called when it issued the statement.")
        String legalEntityName,

        UUID partnerId,
        String currency,
        String period,
        long openingMinor,
        long linesMinor,
        long recoveredMinor,
        long paidMinor,
        long closingMinor,

        @Schema(description = "What the partner owes back after it, for the statements to come.")
        long owedBackMinor,

        int lineCount,
        Instant issuedAt,
        Instant objectionsUntil,
        LocalDate payoutDue,
        Statement.State state) {

    static StatementResponse from(Statement statement) {
        return new StatementResponse(
                statement.id(),
                statement.number(),
                statement.legalEntity(),
                statement.legalEntityName(),
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
                statement.issuedAt(),
                statement.objectionsUntil(),
                statement.payoutDue(),
                statement.state());
    }
}
